/** Turns a log into what is drawn: bubbles, folded lines, and at the end what is not sent yet. Pure. */
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { foldLogLines } from '../../shared/ui/fold-log-lines.ts';
import type { Unsent } from '../port/view-state.ts';
import type { LineEntry } from './log-words.ts';

type ChatEntry = Extract<LogEntry, { kind: 'chat' }>;
type FileEntry = Extract<LogEntry, { kind: 'file' }>;

/** One thing that is drawn in a chat; `key` stays the same for as long as it is there. */
export type ChatLine =
  | {
      readonly is: 'message';
      readonly key: string;
      readonly entry: ChatEntry;
      readonly isMine: boolean;
      readonly continues: boolean;
    }
  | { readonly is: 'file'; readonly key: string; readonly entry: FileEntry; readonly isMine: boolean }
  | {
      readonly is: 'event';
      readonly key: string;
      readonly entry: LineEntry;
      readonly times: number;
      readonly pausedMs: number | undefined;
    }
  | { readonly is: 'unsent'; readonly key: string; readonly message: Unsent };

/** A message within this time of the same author's last one belongs to it. */
const GROUP_MS = 60_000;

/** `me` is the account that looks. */
export function chatLines(
  entries: readonly LogEntry[],
  unsent: readonly Unsent[],
  me: AccountId | undefined,
): ChatLine[] {
  const pauses = pauseLengths(entries);
  // A pause says itself how long it took: the end of it is no line of its own.
  const drawn = entries
    .filter((entry) => entry.kind !== 'resumed')
    .map((entry) => ({
      entry,
      atMs: entry.at,
      likeness: entry.kind === 'paused' ? `paused:${entry.hand}` : undefined,
    }));
  let before: ChatEntry | undefined;
  const lines = foldLogLines(drawn).map(({ entry: { entry }, times }): ChatLine => {
    const key = String(entry.seq);
    const isMine = entry.by.account !== undefined && entry.by.account === me;
    if (entry.kind === 'file') {
      before = undefined;
      return { is: 'file', key, entry, isMine };
    }
    if (entry.kind !== 'chat') {
      before = undefined;
      return { is: 'event', key, entry, times, pausedMs: times === 1 ? pauses.get(entry.seq) : undefined };
    }
    const continues = before !== undefined && isSameAuthor(before, entry) && entry.at - before.at < GROUP_MS;
    before = entry;
    return { is: 'message', key, entry, isMine, continues };
  });
  return [...lines, ...unsent.map((message): ChatLine => ({ is: 'unsent', key: message.clientId, message }))];
}

function pauseLengths(entries: readonly LogEntry[]): ReadonlyMap<number, number> {
  const lengths = new Map<number, number>();
  let open: LogEntry | undefined;
  for (const entry of entries) {
    if (entry.kind === 'paused') open ??= entry;
    else if (entry.kind === 'resumed' && open !== undefined) {
      lengths.set(open.seq, entry.at - open.at);
      open = undefined;
    }
  }
  return lengths;
}

function isSameAuthor(one: LogEntry, other: LogEntry): boolean {
  return one.by.kind === other.by.kind && one.by.account === other.by.account && one.audience === other.audience;
}
