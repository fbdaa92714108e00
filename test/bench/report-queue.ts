import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstDefaults } from '../../server/queue-settings/settings-in-force.ts';
import { describeLoad } from './figures/machine.ts';
import { spreadOf } from './figures/spread.ts';
import { inMs, printHeading, printTable } from './figures/table.ts';
import { overtaken } from './queue/check-order.ts';
import { lostOrDoubled, tooMuchAtOnce, wronglyEnded } from './queue/check-rush.ts';
import type { RushPlan } from './queue/rush-floor.ts';
import { rush } from './queue/rush.ts';
import { readStoredRush } from './queue/stored-rush.ts';

const whole: RushPlan = {
  customers: 1000,
  reps: 100,
  inLineFirst: 0.8,
  giveUp: 0.28,
  patienceMs: 60_000,
  repsComeMs: 15_000,
  sessionMs: [4000, 12_000],
  thinkMs: [200, 1500],
  seed: 24,
};
const quick: RushPlan = { ...whole, customers: 200, reps: 20 };

/** A floor of reps with a long line before it: who comes when, how soon a rep hears of it, and that nobody is lost. */
export async function reportQueue(isQuick: boolean): Promise<void> {
  const plan = isQuick ? quick : whole;
  console.log(`\nBefore: ${describeLoad()}`);
  const folder = mkdtempSync(join(tmpdir(), 'rh-rush-'));
  try {
    const { centre, seen } = await rush(folder, plan);
    console.log(`After: ${describeLoad()}`);
    const stored = await readStoredRush(folder);
    const order = overtaken(stored, seen, firstDefaults.priorityMinutes);
    const count = (state: string) => stored.requests.filter((request) => request.state === state).length;
    const refused = seen.claims.filter(({ outcome }) => 'refused' in outcome).length;
    printHeading(`${plan.customers} customers queue, ${plan.reps} reps claim`);
    printTable(
      ['', 'wanted', 'found'],
      [
        ['requests stored', String(plan.customers), String(stored.requests.length)],
        ['helped', '', String(count('claimed'))],
        ['gave up', 'a fifth', String(count('left'))],
        ['lost or doubled', '0', told(lostOrDoubled(stored, seen))],
        ['too many at once', '0', told(tooMuchAtOnce(stored, centre))],
        ['offers that ended otherwise than it was', '0', told(wronglyEnded(stored))],
        [
          'overtaken',
          `0 of ${order.comparisons} comparisons (${order.samePriority} of one priority)`,
          told(order.faults),
        ],
        ['claims that were refused, because somebody was faster', '', String(refused)],
      ],
    );
    const {
      median,
      p95,
      p99,
      slowest,
      count: offers,
    } = spreadOf(seen.offers.map(({ heardAt, possibleAt }) => heardAt - possibleAt));
    console.log();
    printTable(
      ['', 'median', 'p95', 'p99', 'slowest', 'offers', 'in', 'target'],
      [
        [
          'possible → at the rep',
          ...[median, p95, p99, slowest].map(inMs),
          String(offers),
          `${(seen.lastedMs / 1000).toFixed(0)} s`,
          'p99 ≤ 150 ms',
        ],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function told(faults: readonly string[]): string {
  return faults.length === 0 ? '0' : `${faults.length}: ${faults.slice(0, 3).join('; ')}`;
}
