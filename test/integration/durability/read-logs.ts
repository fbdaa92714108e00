import assert from 'node:assert/strict';
import type { LogEntry } from '../../../shared/contract/session-log.ts';
import { openCustomerLink } from '../../support/people.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { faultsOf } from './check-history.ts';
import type { SessionHistory } from './fleet-words.ts';

/** Asks the server anew for the log of every session, and holds it against what everybody wrote, was told and saw. */
export async function assertNothingLost(server: ServerProcess, histories: readonly SessionHistory[]): Promise<void> {
  const faults: string[] = [];
  for (const history of histories) faults.push(...faultsOf(history, await wholeLog(server, history)));
  assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`);
}

async function wholeLog(server: ServerProcess, { session, browserKey }: SessionHistory): Promise<LogEntry[]> {
  const page = await openCustomerLink(server, browserKey);
  const entries: LogEntry[] = [];
  for (let more = true; more;) {
    const part = await page.call('log.after', { session, seq: entries.at(-1)?.seq ?? 0 });
    entries.push(...part.entries);
    more = part.more;
  }
  page.close();
  return entries;
}
