import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examine } from './admin/examine.ts';
import type { Examined } from './admin/examine.ts';
import { fillOrganisation } from './admin/fill-organisation.ts';
import type { OrganisationSize } from './admin/fill-organisation.ts';
import { listQuestions } from './admin/list-questions.ts';
import { describeLoad } from './figures/machine.ts';
import { medianOf } from './figures/spread.ts';
import { inMs, printHeading, printTable } from './figures/table.ts';
import { openBenchStore } from './store/bench-store.ts';
import type { BenchStore } from './store/bench-store.ts';

const whole: OrganisationSize = { accounts: 1000, sessions: 100_000 };
const quick: OrganisationSize = { accounts: 1000, sessions: 10_000 };
const TIMES = 5;

/** Every list of the web panel with its filters, sorts and searches, on the embedded store: what each looks at, and how long it takes. */
export async function reportAdmin(isQuick: boolean): Promise<void> {
  const size = isQuick ? quick : whole;
  const dataFolder = mkdtempSync(join(tmpdir(), 'rh-bench-admin-'));
  let store: BenchStore | undefined;
  try {
    console.log(`\nBefore: ${describeLoad()}`);
    store = await openBenchStore(dataFolder, { monitorCommands: true });
    const { connection } = store;
    const startedAt = performance.now();
    const models = await fillOrganisation(connection, size);
    const filledMs = performance.now() - startedAt;
    printHeading(`Lists of the web panel, with ${size.accounts} accounts and ${size.sessions} sessions`);
    console.log(`Filled in bulk within ${(filledMs / 1000).toFixed(0)} s.\n`);
    const rows: string[][] = [];
    for (const { list, what, ask } of listQuestions(models, size)) {
      const times: number[] = [];
      let [rowsFound, last]: [number, Examined | undefined] = [0, undefined];
      for (let time = 0; time < TIMES; time += 1) {
        last = await examine(connection, async () => (rowsFound = await ask()));
        times.push(last.ms);
      }
      const { keys = 0, documents = 0, scanned = [] } = last ?? {};
      const scans = scanned.length === 0 ? 'none' : `**${scanned.join(', ')}**`;
      rows.push([list, what, inMs(medianOf(times)), `${rowsFound}`, `${keys}`, `${documents}`, scans]);
    }
    printTable(['list', '', 'median', 'returned', 'keys examined', 'documents examined', 'collection scans'], rows);
    console.log(`\nAfter: ${describeLoad()}`);
  } finally {
    await store?.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
