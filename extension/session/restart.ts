import { restartAfter } from '../../shared/contract/restart-standing.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';

/** Since when the customer's computer restarts, by the server's clock; `null` when it does not (any more). Pure. */
export function restartingSince(entries: readonly LogEntry[]): number | null {
  return entries.reduce<number | null>((since, entry) => restartAfter(since, entry, entry.at), null);
}
