/** Whether the customer's computer restarts, by what the log says. Pure. */
import type { EntryBody } from './session-log.ts';

/** So long somebody may take to sign in again: no host comes back later. */
export const RETURN_WITHIN_MS = 30 * 60_000;

/** Since when it restarts after one more entry, which came at `at`; `null` when it does not (any more). */
export function restartAfter(since: number | null, entry: EntryBody, at: number): number | null {
  if (entry.kind === 'host-joined' || entry.kind === 'ended') return null;
  if (entry.kind !== 'tool-used') return since;
  if (entry.use.did === 'restart-begun') return entry.use.returns ? at : since;
  return entry.use.did === 'action-done' && entry.use.outcome !== 'done' ? null : since;
}
