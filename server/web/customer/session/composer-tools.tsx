import type { SessionHead } from '../../../../shared/contract/session.ts';
import { AttachButton } from '../../../../shared/ui/attach-button.tsx';
import { FileDrop } from '../../../../shared/ui/file-drop.tsx';
import { CallTools } from '../call/call-part.tsx';
import type { CallDesk } from '../call/call-desk.ts';
import type { CustomerModel } from '../customer-model.ts';
import { BoardButton } from '../whiteboard/board-button.tsx';

type ComposerToolsProps = { model: CustomerModel; session: SessionHead; calls: CallDesk | undefined };

/** The icon buttons beside Send: what can be given to the rep beside words. */
export function ComposerTools({ model, session, calls }: ComposerToolsProps) {
  const send = (chosen: readonly File[]) => model.files.queue.add(session.id, chosen);
  return (
    <>
      <AttachButton keyHint="Alt U" onFiles={send} />
      <FileDrop onFiles={send} pastes />
      <BoardButton model={model} session={session} />
      <CallTools desk={calls} session={session} />
    </>
  );
}
