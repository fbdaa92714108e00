import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';

type Said = Extract<LogEntry, { kind: 'chat' | 'file' }>;

/** How many messages and files of others no rep has read; `readSeq` is the last entry that a rep has. */
export function unreadMessages(entries: readonly LogEntry[], readSeq: number, me: AccountId | undefined): number {
  return entries.filter((entry) => isSaid(entry) && entry.seq > readSeq && isFromOthers(entry, me)).length;
}

/** Since when the customer waits for somebody to read, by the server's clock; `undefined` when all is read. */
export function unreadSince(entries: readonly LogEntry[], readSeq: number): number | undefined {
  return entries.find((entry) => isSaid(entry) && entry.by.kind === 'customer' && entry.seq > readSeq)?.at;
}

/** Whether an entry is something that one person gives another: words or a file. */
export function isSaid(entry: LogEntry): entry is Said {
  return entry.kind === 'chat' || entry.kind === 'file';
}

/** Whether the customer, or a rep who is not `me`, has given it. */
export function isFromOthers({ by }: Said, me: AccountId | undefined): boolean {
  return by.kind === 'customer' || (me !== undefined && by.account !== me);
}

/** What a notification shows of it. */
export function wordsOf(entry: Said): string {
  return entry.kind === 'chat' ? entry.text : entry.name;
}
