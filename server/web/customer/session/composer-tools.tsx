import type { SessionHead } from '../../../../shared/contract/session.ts';
import type { CustomerModel } from '../customer-model.ts';

/** The icon buttons beside Send: what can be given to the rep beside words. */
export function ComposerTools(_of: { model: CustomerModel; session: SessionHead }) {
  return <></>;
}
