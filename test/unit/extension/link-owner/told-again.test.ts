import assert from 'node:assert/strict';
import { createOutbox } from '../../../../extension/link-owner/outbox.ts';
import { createOwnerState } from '../../../../extension/link-owner/owner-state.ts';
import { createSessionBook } from '../../../../extension/link-owner/session-book.ts';
import { createClient } from '../../../../shared/contract/contract.ts';
import { repContract } from '../../../../shared/contract/rep-contract.ts';
import type { LogEntry } from '../../../../shared/contract/session-log.ts';
import { chanceOf } from '../../server/database/embedded/random-values.ts';
import { threeTimesInAnyOrder } from '../../shared/contract/three-times-in-any-order.ts';
import { manualClock } from '../../shared/ui/manual-clock.ts';
import { clientId, inesSays, says, session } from '../builders.ts';
import { fails, scriptedCarrier } from '../scripted-carrier.ts';

const SEEDS = 10_000;
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A rep's extension and a server beside it, on a link that loses answers and delivers events three times, in any order. */
function aWorld(seed: number) {
  const chance = chanceOf(seed);
  const log: LogEntry[] = [];
  const undelivered: LogEntry[] = [];
  const told: number[] = [];
  let sendings = 0;
  const keep = (entry: LogEntry) => {
    log.push(entry);
    undelivered.push(entry);
    return entry;
  };
  const state = createOwnerState();
  state.link.value = { at: 'online', server: 'https://help.example' };
  const lost = fails('no-answer');
  const server = createClient(
    repContract,
    scriptedCarrier({
      'log.after': (params) => {
        const { seq } = params as { seq: number };
        const rest = log.filter((entry) => entry.seq > seq);
        return { entries: rest.slice(0, 3), more: rest.length > 3 };
      },
      'chat.send': (params) => {
        const { clientId: key, text } = params as { clientId: ReturnType<typeof clientId>; text: string };
        sendings += 1;
        const before = log.find((entry) => entry.clientId === key);
        const entry = before ?? keep(inesSays(log.length + 1, text, { clientId: key }));
        return chance.below(3) === 0 ? lost(params) : { entry };
      },
    }),
  );
  const book = createSessionBook({
    state,
    server,
    onGrown: (_session, added) => told.push(...added.map(({ seq }) => seq)),
    onBehind: () => {},
  });
  const clock = manualClock(0);
  const outbox = createOutbox({
    state,
    server,
    onSent: (of, entry) => book.putEntries(of, [entry]),
    now: () => 0,
    after: clock.after,
  });
  return {
    chance,
    log,
    told,
    state,
    outbox,
    clock,
    sendings: () => sendings,
    customerSays: () => keep(says(log.length + 1, 'Hello')),
    deliver() {
      const row = threeTimesInAnyOrder(undelivered.splice(0), chance);
      while (row.length > 0) book.putEntries(session(), row.splice(0, 1 + chance.below(3)));
    },
  };
}

describe('a rep’s extension whose link loses answers and tells everything three times', function () {
  this.timeout(60_000);

  it(`has the same log as the server, each entry once and nothing unsent, for ${SEEDS} seeds [F22]`, async () => {
    let sent = 0;
    let sendings = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const world = aWorld(seed);
      const { chance, state, log, outbox, clock } = world;
      const written: string[] = [];
      for (let step = 2 + chance.below(8); step > 0; step -= 1) {
        const word = `word${written.length}`;
        if (chance.below(2) === 0) world.customerSays();
        else {
          written.push(word);
          // Pressed twice, as it happens; the same message is one.
          for (let times = 1 + chance.below(2); times > 0; times -= 1)
            outbox.write({ session: session(), clientId: clientId(word), text: word });
        }
        if (chance.below(3) === 0) world.deliver();
        await settled();
      }
      for (let turns = 0; state.unsent.value.length > 0 && turns < 60; turns += 1) {
        clock.advance(3000);
        await settled();
      }
      world.deliver();
      for (let turns = 0; turns < 6; turns += 1) await settled();

      assert.deepEqual(state.unsent.value, [], `seed ${seed}`);
      assert.deepEqual(state.logs.value.get(session()) ?? [], log, `seed ${seed}`);
      assert.deepEqual(
        world.told,
        log.map(({ seq }) => seq),
        `seed ${seed}`,
      );
      const own = log.flatMap((entry) => (entry.kind === 'chat' && entry.clientId !== null ? [entry.text] : []));
      assert.deepEqual(own, written, `seed ${seed}: in the order of writing, each once`);
      sent += written.length;
      sendings += world.sendings();
    }
    assert.ok(sendings > 1.2 * sent, `only ${sendings} sendings of ${sent} messages`);
  });
});
