import type { Account } from '../../shared/contract/account.ts';
import type { Author } from '../../shared/contract/session-log.ts';
import type { SessionRecord } from './session-model.ts';

/** A rep as author, by the name that customers see. */
export function repAuthor({ id, displayName }: Pick<Account, 'id' | 'displayName'>): Author {
  return { kind: 'rep', name: displayName, account: id };
}

/** The customer of a session as author, or the host that runs on their computer. */
export function authorOf({ customer }: Pick<SessionRecord, 'customer'>, kind: 'customer' | 'host'): Author {
  return { kind, name: customer.name };
}

/** What the server does by itself. */
export const systemAuthor: Author = { kind: 'system', name: 'RemoteHelp' };
