import type { LogEntry } from '../../shared/contract/session-log.ts';

/** How many of the customer's messages no rep has read; `readSeq` is the last entry that a rep has. */
export function unreadMessages(entries: readonly LogEntry[], readSeq: number): number {
  return entries.filter((entry) => entry.kind === 'chat' && entry.by.kind === 'customer' && entry.seq > readSeq).length;
}
