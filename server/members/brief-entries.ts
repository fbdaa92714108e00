/** What a handover's brief is made from, for a lead who is not in the session: what the customer wanted and what was done, and nothing else of the talk. Pure. */
import type { LogEntry } from '../../shared/contract/session-log.ts';

/** Of acts the log says only that they were done. */
const acts: ReadonlySet<LogEntry['kind']> = new Set<LogEntry['kind']>([
  'requested',
  'granted',
  'refused',
  'screen-shown',
  'call-accepted',
  'launch-settled',
  'host-failed',
]);

export function briefEntries(entries: readonly LogEntry[]): LogEntry[] {
  const firstWords = entries.find((entry) => entry.kind === 'chat' && entry.by.kind === 'customer');
  return entries.filter((entry) => entry === firstWords || acts.has(entry.kind));
}
