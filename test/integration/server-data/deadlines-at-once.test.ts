import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import type { Connection } from 'mongoose';
import { systemClock } from '../../../server/config/clock.ts';
import { openDatabase } from '../../../server/database/open-database.ts';
import type { OpenDatabase } from '../../../server/database/open-database.ts';
import { deadlineModel } from '../../../server/deadlines/deadline-model.ts';
import type { DeadlineKind } from '../../../server/deadlines/deadline-model.ts';
import { createDeadlines } from '../../../server/deadlines/deadlines.ts';
import type { Deadlines } from '../../../server/deadlines/deadlines.ts';
import { createLog } from '../../../server/logging/log.ts';
import { randomId } from '../../../server/secrets/random.ts';
import { until } from '../customer-host-x11/x-display.ts';
import { storeOptions } from '../database/a-store.ts';

describe('Deadlines that are due while another one is being kept', () => {
  let folder: string;
  let store: OpenDatabase;
  let connection: Connection;
  let deadlines: Deadlines;
  let seen: string[];
  let letGo: () => void;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rh-deadlines-'));
    store = await openDatabase(storeOptions(folder));
    connection = await createConnection(store.uri).asPromise();
    const room = { noticed: () => false };
    deadlines = createDeadlines(deadlineModel(connection), { clock: systemClock, log: createLog('error'), room });
    seen = [];
  });
  afterEach(async () => {
    letGo();
    await deadlines.stop();
    await connection.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Notes what comes; the first one of the kind takes as long as the test wants. */
  function slow(kind: DeadlineKind) {
    let isFirst = true;
    const gone = new Promise<void>((resolve) => (letGo = resolve));
    deadlines.on(kind, async (subject) => {
      seen.push(`${kind} ${subject}`);
      if (isFirst) {
        isFirst = false;
        await gone;
      }
    });
  }
  const noting = (kind: DeadlineKind) =>
    deadlines.on(kind, async (subject) => {
      seen.push(`${kind} ${subject}`);
    });
  const sees = (count: number) => until(`${count} of them`, async () => seen.length >= count);

  it('do not wait for one of another kind, also when they fall due only then', async () => {
    slow('links-compared');
    noting('offer-due');
    noting('queue-reconciled');
    await deadlines.set('links-compared', 'all', 1);
    deadlines.start();
    await sees(1);
    await deadlines.set('queue-reconciled', 'all', 2);
    const offer = randomId();
    await deadlines.set('offer-due', offer, 3);
    await sees(3);
    assert.deepEqual(seen, ['links-compared all', 'queue-reconciled all', `offer-due ${offer}`]);
  });

  it('are kept in their order within one kind, and for one subject', async () => {
    slow('rep-missed');
    noting('rep-gone');
    noting('offer-due');
    const [one, other, offer] = [randomId(), randomId(), randomId()];
    await deadlines.set('rep-missed', one, 1);
    await deadlines.set('rep-missed', other, 2);
    await deadlines.set('rep-gone', one, 3);
    await deadlines.set('offer-due', offer, 4);
    deadlines.start();
    await sees(2);
    assert.deepEqual(seen, [`rep-missed ${one}`, `offer-due ${offer}`]);
    letGo();
    await sees(4);
    assert.deepEqual(new Set(seen.slice(2)), new Set([`rep-missed ${other}`, `rep-gone ${one}`]));
  });

  it('are waited for when the server stops', async () => {
    slow('links-compared');
    await deadlines.set('links-compared', 'all', 1);
    deadlines.start();
    await sees(1);
    let isStopped = false;
    const stopped = deadlines.stop().then(() => (isStopped = true));
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(isStopped, false);
    letGo();
    await stopped;
    assert.equal(await deadlineModel(connection).countDocuments(), 0);
  });
});
