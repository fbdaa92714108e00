import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';

/** Whether this is a message that `me` has not written. */
export function isFromOthers(entry: LogEntry, me: AccountId | undefined): boolean {
  return entry.kind === 'chat' && (entry.by.kind === 'customer' || (me !== undefined && entry.by.account !== me));
}

/** How many messages of others no rep has read; `readSeq` is the last entry that a rep has. */
export function unreadMessages(entries: readonly LogEntry[], readSeq: number, me: AccountId | undefined): number {
  return entries.filter((entry) => entry.seq > readSeq && isFromOthers(entry, me)).length;
}
