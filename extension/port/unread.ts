import type { LogEntry } from '../../shared/contract/session-log.ts';

/** How many of the customer's messages no rep has read; `readSeq` is the last entry that a rep has. */
export function unreadMessages(entries: readonly LogEntry[], readSeq: number): number {
  return entries.filter((entry) => isUnread(entry, readSeq)).length;
}

/** Since when the customer waits for somebody to read, by the server's clock; `undefined` when all is read. */
export function unreadSince(entries: readonly LogEntry[], readSeq: number): number | undefined {
  return entries.find((entry) => isUnread(entry, readSeq))?.at;
}

function isUnread(entry: LogEntry, readSeq: number): boolean {
  return entry.kind === 'chat' && entry.by.kind === 'customer' && entry.seq > readSeq;
}
