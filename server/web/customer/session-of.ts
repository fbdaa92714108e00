import type { CustomerState } from '../../../shared/contract/customer-contract.ts';
import type { SessionHead } from '../../../shared/contract/session.ts';

/** The session that a browser is in, if any. */
export function sessionOf(state: CustomerState): SessionHead | undefined {
  return state.at === 'session' ? state.session : undefined;
}
