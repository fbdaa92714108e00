import type { SessionHead } from '../../shared/contract/session.ts';

/** The icon buttons beside Send: what can be given to the customer beside words. */
export function ComposerTools(_of: { head: SessionHead }) {
  return <></>;
}
