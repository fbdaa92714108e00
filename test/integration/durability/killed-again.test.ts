import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRep, finishSetUp, openCustomerLink, openRepLink, signInRep } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { chanceOf } from '../../unit/server/database/embedded/random-values.ts';
import { aForm, allowSessions } from '../server-sessions/sessions-for-tests.ts';
import { openFleet } from './fleet.ts';
import type { Fleet } from './fleet.ts';
import { assertNothingLost } from './read-logs.ts';
import { describeBreaks, describeWritten } from './tell-figures.ts';

const TIMES = 20;
const SESSIONS = 12;
const WAITING = 5;
const pace = { customer: 3, rep: 2 };

describe('a server that is killed twenty times in a row', () => {
  it('loses and doubles nothing, and everybody in line keeps their place [F1] [F2]', async function () {
    // Twenty starts, after each of which everybody has to come back.
    this.timeout(240_000);
    const seed = Number(process.env['RH_SEED'] ?? Date.now() % 1_000_000);
    const chance = chanceOf(seed);
    const dataFolder = mkdtempSync(join(tmpdir(), 'rh-crash-'));
    let server = await startServerProcess({ dataFolder });
    let fleet: Fleet | undefined;
    try {
      const administrator = await finishSetUp(server);
      await allowSessions(administrator, 50);
      const { token } = await signInRep(server, await createRep(administrator));
      fleet = await openFleet(server, administrator, { reps: 3, sessions: SESSIONS, processes: 1 });
      const line = await aLine(server);
      const figures: string[] = [];
      for (let time = 1; time <= TIMES; time += 1) {
        fleet.write(pace);
        await fleet.acknowledges(1 + chance.below(40));
        const back = fleet.back();
        if (time % 5 === 0) line.joinInTheMiddle(server, `Late ${time}`);
        await server.crash();
        server = await startServerProcess({ dataFolder, port: server.port });
        const servesAt = Date.now();
        const breaks = await back;
        figures.push(describeBreaks(breaks, servesAt));
        await line.assertUnchanged(server, token);
      }
      fleet.hush();
      const histories = await fleet.settle();
      await assertNothingLost(server, histories);
      console.log(`      seed ${seed}; ${describeWritten(histories.flatMap(({ written }) => written))}`);
      console.log(`      the last time: ${figures.at(-1)}`);
    } catch (error) {
      throw new Error(`With the seed ${seed} (set RH_SEED to try it again): ${String(error)}`, { cause: error });
    } finally {
      await fleet?.stop();
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });
});

/** Customers who wait, in the order in which the server told them that they do. */
async function aLine(server: ServerProcess) {
  const people: { readonly name: string; readonly key: string }[] = [];
  for (let place = 1; place <= WAITING; place += 1) {
    const name = `Waiting ${place}`;
    const page = await openCustomerLink(server);
    await page.call('requests.ask', await aForm(page, name));
    people.push({ name, key: page.browserKey() ?? '' });
    page.close();
  }
  return {
    /** Asks and does not learn what came of it: nobody can know whether the server wrote it down before it died. */
    joinInTheMiddle(at: ServerProcess, name: string) {
      const asking = openCustomerLink(at).then(async (page) => page.call('requests.ask', await aForm(page, name)));
      asking.catch(() => {
        // The server is about to be killed.
      });
    },
    async assertUnchanged(at: ServerProcess, token: string) {
      const rep = await openRepLink(at, token);
      const names = (await rep.call('snapshot.get', {})).requests.map(({ name }) => name);
      rep.close();
      assert.deepEqual(
        names.filter((name) => name.startsWith('Waiting')),
        people.map(({ name }) => name),
      );
      const latecomers = names.slice(WAITING);
      assert.ok(
        latecomers.every((name) => name.startsWith('Late')),
        names.join(', '),
      );
      assert.deepEqual(latecomers, latecomers.toSorted(byTime), 'those who came later stand in their order too');
      for (const [index, { key }] of people.entries()) {
        const page = await openCustomerLink(at, key);
        const { state } = await page.call('page.open', {});
        assert.ok(state.at === 'waiting');
        assert.equal(state.place.position, index + 1);
        page.close();
      }
    },
  };
}

const byTime = (one: string, other: string) => Number(one.slice(5)) - Number(other.slice(5));
