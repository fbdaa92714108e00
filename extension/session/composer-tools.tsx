import type { SessionHead } from '../../shared/contract/session.ts';
import { BoardButton } from '../whiteboard/board-button.tsx';

/** The icon buttons beside Send: what can be given to the customer beside words. */
export function ComposerTools(of: { head: SessionHead }) {
  return (
    <>
      <BoardButton {...of} />
    </>
  );
}
