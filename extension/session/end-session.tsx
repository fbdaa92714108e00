import { useState } from 'preact/hooks';
import type { SessionHead } from '../../shared/contract/session.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { RadioCards } from '../../shared/ui/radio-cards.tsx';
import type { RadioCard } from '../../shared/ui/radio-cards.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { texts } from '../texts/en.ts';
import { memberTexts } from '../texts/members-en.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';
import { waysOut } from './ways-out.ts';
import type { WayOut } from './ways-out.ts';

const ways = memberTexts.end;

/** Asks before a session is ended, because nobody can come back into it; and what else may become of it. */
export function EndSession({ head, onClose }: { head: SessionHead; onClose: () => void }) {
  const { orders } = useView();
  const [way, setWay] = useState<WayOut>('finish');
  const [isEnding, setEnding] = useState(false);
  const words = texts.end;
  const name = firstName(head.customer.name);
  const possible = waysOut(head);
  // Whom it was to be left to has gone meanwhile, or somebody came: no other way is taken in its place.
  const isGone = !possible.includes(way);
  const end = async () => {
    setEnding(true);
    await carryOut();
    onClose();
  };
  const carryOut = () => {
    const session = head.id;
    if (way === 'finish') return orders.give('sessions.end', { session });
    if (way === 'line') return orders.give('members.toLine', { session });
    const to = (head.guests ?? []).find(({ account }) => way === `guest ${account}`)?.account ?? null;
    return orders.give('members.leave', { session, to });
  };
  const isOver = way === 'finish';
  return (
    <Dialog
      title={words.title(name)}
      harmless={words.keep}
      onHarmless={onClose}
      act={isOver ? words.end : ways.leave}
      actKind={isOver ? 'danger' : 'primary'}
      actDisabledReason={isGone ? ways.gone : undefined}
      onAct={() => void end()}
      acting={isEnding}
      actingText={isOver ? words.ending : ways.leaving}
    >
      {possible.length > 1 || isGone ? (
        <RadioCards<WayOut>
          label={ways.how}
          value={isGone ? undefined : way}
          onValue={setWay}
          cards={possible.map((one) => cardOf(one, head))}
        />
      ) : (
        <p>{words.what(name)}</p>
      )}
      {isGone && <Notice kind="wait">{ways.gone}</Notice>}
    </Dialog>
  );
}

function cardOf(way: WayOut, { channelName, guests = [] }: SessionHead): RadioCard<WayOut> {
  if (way === 'finish') return { value: way, title: ways.finish, detail: ways.finishDetail };
  if (way === 'line') return { value: way, title: ways.toLine, detail: ways.toLineDetail(safeName(channelName)) };
  const guest = guests.find(({ account }) => way === `guest ${account}`);
  return { value: way, title: ways.toGuest(safeName(guest?.displayName ?? '')), detail: ways.toGuestDetail };
}
