import type { SessionHead } from '../../../../shared/contract/session.ts';
import type { CustomerModel } from '../customer-model.ts';
import { BoardButton } from '../whiteboard/board-button.tsx';

/** The icon buttons beside Send: what can be given to the rep beside words. */
export function ComposerTools(of: { model: CustomerModel; session: SessionHead }) {
  return (
    <>
      <BoardButton {...of} />
    </>
  );
}
