import { useState } from 'preact/hooks';
import type { SessionHead } from '../../shared/contract/session.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { texts } from '../texts/en.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';

/** Asks before a session is ended, because nobody can come back into it. */
export function EndSession({ head, onClose }: { head: SessionHead; onClose: () => void }) {
  const { orders } = useView();
  const [isEnding, setEnding] = useState(false);
  const words = texts.end;
  const name = firstName(head.customer.name);
  const end = async () => {
    setEnding(true);
    await orders.give('sessions.end', { session: head.id });
    onClose();
  };
  return (
    <Dialog
      title={words.title(name)}
      harmless={words.keep}
      onHarmless={onClose}
      act={words.end}
      actKind="danger"
      onAct={() => void end()}
      acting={isEnding}
      actingText={words.ending}
    >
      <p>{words.what(name)}</p>
    </Dialog>
  );
}
