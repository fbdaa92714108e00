/** The session log as the customer's chat draws it. Pure. */
import type { LogEntry, RepsOnlyKind } from '../../../../shared/contract/session-log.ts';
import { foldLogLines } from '../../../../shared/ui/fold-log-lines.ts';

type EntryOf<Kind extends LogEntry['kind']> = Extract<LogEntry, { kind: Kind }>;

/** Something that happened, which is told in a sentence. */
export type HappenedEntry = Exclude<LogEntry, { kind: 'chat' | 'file' | 'requested' | RepsOnlyKind }>;

export type ChatLine =
  | { readonly is: 'request'; readonly entry: EntryOf<'requested'> }
  /** `continues`: the one before is of the same person, within a minute. */
  | { readonly is: 'message'; readonly entry: EntryOf<'chat'>; readonly continues: boolean }
  | { readonly is: 'file'; readonly entry: EntryOf<'file'> }
  | { readonly is: 'event'; readonly entry: HappenedEntry; readonly times: number };

const GROUP_MS = 60_000;

/** Lines in the log's order. Messages of a minute stay together, like events fold, a pause swallows its own end. */
export function chatLines(entries: readonly LogEntry[]): ChatLine[] {
  const told = entries.filter(isForCustomers).filter((entry, index, all) => !isToldAlready(entry, all[index - 1]));
  const folded = foldLogLines(told.map((entry) => ({ entry, atMs: entry.at, likeness: likeness(entry) })));
  return folded.map(({ entry: { entry }, times }, index) => {
    if (entry.kind === 'requested') return { is: 'request', entry };
    if (entry.kind === 'file') return { is: 'file', entry };
    if (entry.kind !== 'chat') return { is: 'event', entry, times };
    return { is: 'message', entry, continues: isContinued(folded[index - 1]?.entry.entry, entry) };
  });
}

/** The server sends nothing else; if it ever did, it would not be shown. */
export function isForCustomers(entry: LogEntry): entry is Exclude<LogEntry, { kind: RepsOnlyKind }> {
  return entry.audience === 'all';
}

/** A request says that the customer is there; a pause says that it was for a moment. */
function isToldAlready(entry: LogEntry, before: LogEntry | undefined): boolean {
  if (entry.kind === 'joined') return entry.role === 'customer' && before?.kind === 'requested';
  return entry.kind === 'resumed' && before?.kind === 'paused';
}

function likeness(entry: LogEntry): string | undefined {
  return entry.kind === 'paused' ? `paused by ${entry.hand}` : undefined;
}

function isContinued(before: LogEntry | undefined, message: EntryOf<'chat'>): boolean {
  return (
    before?.kind === 'chat' &&
    before.by.kind === message.by.kind &&
    before.by.account === message.by.account &&
    message.at - before.at < GROUP_MS
  );
}
