import type { SessionHead } from '../../../../shared/contract/session.ts';
import { AttachButton } from '../../../../shared/ui/attach-button.tsx';
import { FileDrop } from '../../../../shared/ui/file-drop.tsx';
import type { CustomerModel } from '../customer-model.ts';

/** The icon buttons beside Send: what can be given to the rep beside words. */
export function ComposerTools({ model, session }: { model: CustomerModel; session: SessionHead }) {
  const send = (chosen: readonly File[]) => model.files.queue.add(session.id, chosen);
  return (
    <>
      <AttachButton onFiles={send} />
      <FileDrop onFiles={send} />
    </>
  );
}
