import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finishSetUp } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { openFleet } from './fleet.ts';
import type { Fleet } from './fleet.ts';
import { assertNothingLost } from './read-logs.ts';
import { describeBreaks, describeWritten } from './tell-figures.ts';

const SESSIONS = 200;
/** Five messages a second in each session, as long as the server keeps up with them. */
const pace = { customer: 4, rep: 1 };

describe('a server that is killed while two hundred sessions chat', () => {
  it('loses nothing that it acknowledged, doubles nothing, keeps every order, and all are back [F1]', async function () {
    // Two hundred sessions have to be opened, and what a thousand messages a second leave behind has to be sent.
    this.timeout(240_000);
    const dataFolder = mkdtempSync(join(tmpdir(), 'rh-crash-'));
    let server = await startServerProcess({ dataFolder });
    let fleet: Fleet | undefined;
    try {
      fleet = await openFleet(server, await finishSetUp(server), { reps: 8, sessions: SESSIONS, processes: 2 });
      fleet.write(pace);
      await fleet.acknowledges(1500);
      const back = fleet.back();
      await server.crash();
      server = await startServerProcess({ dataFolder, port: server.port });
      const servesAt = Date.now();
      const breaks = await back;
      assert.equal(breaks.filter(({ who }) => who === 'customer').length, SESSIONS, 'every customer was cut off once');
      await fleet.acknowledges(1000);
      fleet.hush();
      const histories = await fleet.settle();

      const written = histories.flatMap((history) => history.written);
      assert.equal(histories.length, SESSIONS);
      assert.ok(
        written.some(({ sent }) => sent > 1),
        'something was on its way when the server died',
      );
      await assertNothingLost(server, histories);
      console.log(`      ${describeBreaks(breaks, servesAt)}\n      ${describeWritten(written)}`);
    } finally {
      await fleet?.stop();
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });
});
