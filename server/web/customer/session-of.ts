import type { CustomerState } from '../../../shared/contract/customer-contract.ts';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import type { SessionHead } from '../../../shared/contract/session.ts';

/** The session that a browser is in, if any. */
export function sessionOf(state: CustomerState): SessionHead | undefined {
  return state.at === 'session' ? state.session : undefined;
}

/** The session that the page is about: the one that lasts, or whose summary stands there. */
export function lastSessionOf(state: CustomerState): SessionId | undefined {
  return state.at === 'summary' ? state.summary.session : sessionOf(state)?.id;
}
