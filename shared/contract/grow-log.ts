import type { LogEntry } from './session-log.ts';

/** A log with what came, and whether entries between are missing still. */
export interface GrownLog {
  /** Gapless, ascending. The same array when nothing was new. */
  readonly entries: readonly LogEntry[];
  readonly added: readonly LogEntry[];
  /** Something came that does not join on: ask for all after the last entry. */
  readonly hasGap: boolean;
}

/**
 * Adds entries in whatever order and however often they come. What is there already is dropped, what joins on is
 * added, what lies beyond a gap is left for `log.after` to bring.
 */
export function growLog(known: readonly LogEntry[], incoming: readonly LogEntry[]): GrownLog {
  const added: LogEntry[] = [];
  let last = lastSeq(known);
  let hasGap = false;
  for (const entry of incoming.toSorted((a, b) => a.seq - b.seq)) {
    if (entry.seq <= last) continue;
    if (entry.seq > last + 1) {
      hasGap = true;
      break;
    }
    added.push(entry);
    last = entry.seq;
  }
  return { entries: added.length === 0 ? known : [...known, ...added], added, hasGap };
}

/**
 * Adds the answer to "all after the last entry". What is missing in it is for others to read, so nothing is asked for again: only a reader
 * who is shown everything has a log without gaps.
 */
export function joinPage(known: readonly LogEntry[], page: readonly LogEntry[]): Omit<GrownLog, 'hasGap'> {
  const last = lastSeq(known);
  const added = page.filter(({ seq }) => seq > last).toSorted((a, b) => a.seq - b.seq);
  return { entries: added.length === 0 ? known : [...known, ...added], added };
}

/** The number of the last entry; 0 for an empty log. */
export function lastSeq(entries: readonly LogEntry[]): number {
  return entries.at(-1)?.seq ?? 0;
}
