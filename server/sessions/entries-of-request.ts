import type { Account } from '../../shared/contract/account.ts';
import { authorOf, repAuthor } from './authors.ts';
import type { FirstEntry } from './journal.ts';
import type { SessionRecord } from './session-model.ts';

/** The entries that a session begins with when a rep took a request: the request itself, then both people. */
export function entriesOfRequest(
  record: Pick<SessionRecord, 'customer' | 'channelName' | 'incident' | 'reason'>,
  message: string,
  rep: Account,
): FirstEntry[] {
  const { channelName, incident, reason } = record;
  const customer = authorOf(record, 'customer');
  return [
    {
      by: customer,
      body: { kind: 'requested', channel: channelName, incident: incident?.name, reason, message },
    },
    { by: customer, body: { kind: 'joined', role: 'customer' } },
    { by: repAuthor(rep), body: { kind: 'joined', role: 'rep' } },
  ];
}
