import type { SessionHead } from '../../shared/contract/session.ts';
import { AttachButton } from '../../shared/ui/attach-button.tsx';
import { FileDrop } from '../../shared/ui/file-drop.tsx';
import { useView } from '../view/view-context.ts';
import { SharedFileMenu } from './shared-file-menu.tsx';

/** For whom it is given: everybody in the session unless said. */
type ComposerToolsProps = { head: SessionHead; audience?: 'all' | 'reps' | undefined };

/** The icon buttons beside Send: what can be given to the customer beside words. */
export function ComposerTools({ head, audience = 'all' }: ComposerToolsProps) {
  const { files } = useView();
  const send = (chosen: readonly File[]) => files.queue.add(head.id, chosen, audience);
  return (
    <>
      <AttachButton onFiles={send} />
      <SharedFileMenu session={head.id} audience={audience} />
      <FileDrop onFiles={send} />
    </>
  );
}
