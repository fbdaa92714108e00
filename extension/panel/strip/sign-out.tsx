import { useState } from 'preact/hooks';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { texts } from '../../texts/en.ts';
import { firstName } from '../../view/first-name.ts';
import { hasWords } from '../../port/work-draft.ts';
import { draftTexts } from '../../texts/drafts-en.ts';
import { useView } from '../../view/view-context.ts';
import { afterSignOut } from './after-sign-out.ts';

/** Signs out at once, or first asks a rep who has customers, who would be left without anybody, or words that would be lost. */
export function useSignOut() {
  const { desk, orders, drafts, files } = useView();
  const [isAsking, setAsking] = useState(false);
  const live = desk.sessions.value.flatMap(({ head }) => (head.state === 'live' ? [head] : []));
  const words = texts.signOut;
  const isAnythingLost =
    drafts.all.value.some(hasWords) ||
    [desk.unsent, desk.left, desk.lostFiles, files.queue.files, files.held.all].some(({ value }) => value.length > 0);
  const leave = () => void orders.give('account.signOut', {});
  return {
    signOut: () => (live.length > 0 || isAnythingLost ? setAsking(true) : leave()),
    /** To be shown wherever there is a button for it. */
    question: isAsking && (
      <Dialog
        title={
          live.length > 0 ? words.title(live.map(({ customer }) => firstName(customer.name))) : draftTexts.signOutTitle
        }
        harmless={words.stay}
        onHarmless={() => setAsking(false)}
        act={words.signOut}
        actKind="danger"
        onAct={leave}
      >
        {live.length > 0 && <p>{words.gone}</p>}
        {afterSignOut(live).map((what) => (
          <p key={what}>{words.afterwards[what]}</p>
        ))}
        {isAnythingLost && <p>{draftTexts.signOut}</p>}
      </Dialog>
    ),
  };
}
