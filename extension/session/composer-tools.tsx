import type { SessionHead } from '../../shared/contract/session.ts';
import { CallTools } from '../call/call-tools.tsx';

/** The icon buttons beside Send: what can be given to the customer beside words. */
export function ComposerTools({ head }: { head: SessionHead }) {
  return (
    <>
      <CallTools head={head} />
    </>
  );
}
