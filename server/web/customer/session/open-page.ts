/** The page that the rep suggested last, while it has no answer. Pure. */
import type { LogEntry } from '../../../../shared/contract/session-log.ts';

/** Its place in the log and its address; `undefined` when nothing is suggested. */
export function openPage(
  entries: readonly LogEntry[],
): { readonly page: number; readonly address: string; readonly by: string } | undefined {
  const last = entries.findLast((entry) => entry.kind === 'page-suggested');
  if (last?.kind !== 'page-suggested') return undefined;
  const isAnswered = entries.some(
    (entry) => (entry.kind === 'page-opened' || entry.kind === 'page-declined') && entry.page === last.seq,
  );
  return isAnswered ? undefined : { page: last.seq, address: last.address, by: last.by.name };
}
