import type { LogEntry } from '../../shared/contract/session-log.ts';

/** How many of the customer's messages and files no rep has read; `readSeq` is the last entry that a rep has. */
export function unreadMessages(entries: readonly LogEntry[], readSeq: number): number {
  return entries.filter((entry) => isUnread(entry, readSeq)).length;
}

/** Since when the customer waits for somebody to read, by the server's clock; `undefined` when all is read. */
export function unreadSince(entries: readonly LogEntry[], readSeq: number): number | undefined {
  return entries.find((entry) => isUnread(entry, readSeq))?.at;
}

function isUnread(entry: LogEntry, readSeq: number): boolean {
  return isSaid(entry) && entry.by.kind === 'customer' && entry.seq > readSeq;
}

/** Whether an entry is something that one person gives another: words or a file. */
export function isSaid(entry: LogEntry): entry is Extract<LogEntry, { kind: 'chat' | 'file' }> {
  return entry.kind === 'chat' || entry.kind === 'file';
}

/** What a notification shows of it. */
export function wordsOf(entry: Extract<LogEntry, { kind: 'chat' | 'file' }>): string {
  return entry.kind === 'chat' ? entry.text : entry.name;
}
