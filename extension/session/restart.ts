import type { LogEntry } from '../../shared/contract/session-log.ts';

/** Since when the customer's computer restarts, by the server's clock; `undefined` when it does not (any more). Pure. */
export function restartingSince(entries: readonly LogEntry[]): number | undefined {
  const last = entries.findLast(
    (entry) =>
      entry.kind === 'host-joined' ||
      (entry.kind === 'tool-used' &&
        (entry.use.did === 'restart-begun' || (entry.use.did === 'action-done' && entry.use.outcome !== 'done'))),
  );
  return last?.kind === 'tool-used' && last.use.did === 'restart-begun' ? last.at : undefined;
}
