import type { LogEntry } from '../../shared/contract/session-log.ts';

/** How many of the customer's messages and files no rep has read; `readSeq` is the last entry that a rep has. */
export function unreadMessages(entries: readonly LogEntry[], readSeq: number): number {
  return entries.filter((entry) => isSaid(entry) && entry.by.kind === 'customer' && entry.seq > readSeq).length;
}

/** Whether an entry is something that one person gives another: words or a file. */
export function isSaid(entry: LogEntry): entry is Extract<LogEntry, { kind: 'chat' | 'file' }> {
  return entry.kind === 'chat' || entry.kind === 'file';
}

/** What a notification shows of it. */
export function wordsOf(entry: Extract<LogEntry, { kind: 'chat' | 'file' }>): string {
  return entry.kind === 'chat' ? entry.text : entry.name;
}
