import { useState } from 'preact/hooks';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { texts } from '../../texts/en.ts';
import { firstName } from '../../view/first-name.ts';
import { useView } from '../../view/view-context.ts';
import { afterSignOut } from './after-sign-out.ts';

/** Signs out at once, or first asks a rep who has customers: they would be left without anybody. */
export function useSignOut() {
  const { desk, orders } = useView();
  const [isAsking, setAsking] = useState(false);
  const live = desk.sessions.value.flatMap(({ head }) => (head.state === 'live' ? [head] : []));
  const words = texts.signOut;
  const leave = () => void orders.give('account.signOut', {});
  return {
    signOut: () => (live.length > 0 ? setAsking(true) : leave()),
    /** To be shown wherever there is a button for it. */
    question: isAsking && (
      <Dialog
        title={words.title(live.map(({ customer }) => firstName(customer.name)))}
        harmless={words.stay}
        onHarmless={() => setAsking(false)}
        act={words.signOut}
        actKind="danger"
        onAct={leave}
      >
        <p>{words.gone}</p>
        {afterSignOut(live).map((what) => (
          <p key={what}>{words.afterwards[what]}</p>
        ))}
      </Dialog>
    ),
  };
}
