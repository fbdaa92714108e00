import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstDefaults } from '../../../server/queue-settings/settings-in-force.ts';
import { overtaken } from '../../bench/queue/check-order.ts';
import { lostOrDoubled, tooMuchAtOnce, wronglyEnded } from '../../bench/queue/check-rush.ts';
import type { Centre } from '../../bench/queue/found-centre.ts';
import { rush } from '../../bench/queue/rush.ts';
import { readStoredRush } from '../../bench/queue/stored-rush.ts';
import type { StoredRush } from '../../bench/queue/stored-rush.ts';
import type { SeenRush } from '../../bench/queue/what-was-seen.ts';

/** What `npm run bench -- queue` does with a thousand customers and a hundred reps, and times. */
const plan = {
  customers: 200,
  reps: 20,
  inLineFirst: 0.6,
  giveUp: 0.25,
  patienceMs: 8000,
  repsComeMs: 1000,
  sessionMs: [100, 600],
  thinkMs: [0, 100],
  seed: 24,
} as const;

describe('Two hundred customers who queue at four channels, twenty reps who take them, and some who give up', function () {
  this.timeout(240_000);
  let folder: string;
  let centre: Centre;
  let seen: SeenRush;
  let stored: StoredRush;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rh-rush-'));
    ({ centre, seen } = await rush(folder, plan));
    stored = await readStoredRush(folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are each served by exactly one rep or have left: nobody is lost, nobody doubled [F24]', () => {
    assert.deepEqual([...lostOrDoubled(stored, seen), ...wronglyEnded(stored)], []);
    const left = stored.requests.filter(({ state }) => state === 'left').length;
    assert.ok(left > 0 && left < plan.customers / 2, `${left} gave up`);
  });

  it('are put before reps first in, first out, each priority before the lower ones [F24]', () => {
    const { faults, comparisons, samePriority, offers } = overtaken(stored, seen, firstDefaults.priorityMinutes);
    assert.deepEqual(faults, []);
    // Had the order been another one, it would have shown so many times.
    assert.ok(samePriority > plan.customers && offers > plan.customers / 2, `${comparisons} ${samePriority} ${offers}`);
  });

  it('never come to a rep who has as many as they may have, nor two at once before one', () => {
    assert.deepEqual(tooMuchAtOnce(stored, centre), []);
  });
});
