import { useState } from 'preact/hooks';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { RadioCards } from '../../shared/ui/radio-cards.tsx';
import type { RadioCard } from '../../shared/ui/radio-cards.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { texts } from '../texts/en.ts';
import { memberTexts } from '../texts/members-en.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';

const ways = memberTexts.end;

/** What becomes of a session that its owner closes: it is finished, goes back into line, or to one of the guests. */
type Way = 'finish' | 'line' | `guest ${AccountId}`;

/** Asks before a session is ended, because nobody can come back into it; and what else may become of it. */
export function EndSession({ head, onClose }: { head: SessionHead; onClose: () => void }) {
  const { orders } = useView();
  const [way, setWay] = useState<Way>('finish');
  const [isEnding, setEnding] = useState(false);
  const words = texts.end;
  const name = firstName(head.customer.name);
  const cards = waysOut(head);
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
      onAct={() => void end()}
      acting={isEnding}
      actingText={isOver ? words.ending : ways.leaving}
    >
      {cards.length > 1 ? (
        <RadioCards<Way> label={ways.how} value={way} onValue={setWay} cards={cards} />
      ) : (
        <p>{words.what(name)}</p>
      )}
    </Dialog>
  );
}

function waysOut({ state, channelName, guests = [] }: SessionHead): RadioCard<Way>[] {
  if (state !== 'live') return [];
  const finish = { value: 'finish', title: ways.finish, detail: ways.finishDetail } as const;
  if (guests.length > 0) {
    const toGuests = guests.map(({ account, displayName }): RadioCard<Way> => {
      return { value: `guest ${account}`, title: ways.toGuest(safeName(displayName)), detail: ways.toGuestDetail };
    });
    return [finish, ...toGuests];
  }
  const toLine = { value: 'line', title: ways.toLine, detail: ways.toLineDetail(safeName(channelName)) } as const;
  return channelName === '' ? [finish] : [finish, toLine];
}
