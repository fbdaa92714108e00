import assert from 'node:assert/strict';
import * as v from 'valibot';
import { createCustomerModel } from '../../../../../server/web/customer/customer-model.ts';
import type { Call } from '../../../../../shared/contract/contract.ts';
import { LogEntry } from '../../../../../shared/contract/session-log.ts';
import { threeTimesInAnyOrder } from '../../../shared/contract/three-times-in-any-order.ts';
import { chanceOf } from '../../database/embedded/random-values.ts';
import { anEntry } from './a-log.ts';
import { aPageServer, aSessionHead } from './a-page-server.ts';

const SEEDS = 10_000;
const settled = () => new Promise((resolve) => setImmediate(resolve));
const Sent = v.object({ clientId: v.string(), text: v.string() });
const After = v.object({ seq: v.number() });

/** A page, and a server that tells all that happens in its session three times and in any order. */
function aWorld(seed: number) {
  const chance = chanceOf(seed);
  const log: LogEntry[] = [];
  const undelivered: LogEntry[] = [];
  const keep = (entry: LogEntry) => {
    log.push(entry);
    undelivered.push(entry);
    return entry;
  };
  const server = aPageServer();
  server.state = { at: 'session', session: aSessionHead(), place: null };
  const { answer } = server;
  server.answer = (call: Call) => {
    if (call.operation === 'log.after') {
      const { seq } = v.parse(After, call.params);
      const rest = log.slice(seq);
      return { ok: true, result: { entries: rest.slice(0, 3), more: rest.length > 3 } };
    }
    if (call.operation !== 'chat.send') return answer(call);
    const { clientId, text } = v.parse(Sent, call.params);
    const before = log.find((entry) => entry.clientId === clientId);
    const next = { ...anEntry(log.length + 1, 'customer', { kind: 'chat', text }), clientId };
    return { ok: true, result: { entry: before ?? keep(v.parse(LogEntry, next)) } };
  };
  const browserKey = { read: () => null, keep: () => undefined };
  const model = createCustomerModel({ origin: 'http://localhost', browserKey, openSocket: server.openSocket });
  return {
    chance,
    log,
    model,
    repSays: () => keep(anEntry(log.length + 1, 'rep', { kind: 'chat', text: 'Hello' })),
    deliver() {
      for (const entry of threeTimesInAnyOrder(undelivered.splice(0), chance))
        server.tell({ type: 'log.appended', entry });
    },
  };
}

describe('a customer’s page that is told everything three times and in any order', function () {
  this.timeout(60_000);

  it(`has the same log as the server, each entry once and nothing unsent, for ${SEEDS} seeds [F22]`, async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const world = aWorld(seed);
      const { chance, log, model } = world;
      await settled();
      const written: string[] = [];
      for (let step = 2 + chance.below(8); step > 0; step -= 1) {
        if (chance.below(2) === 0) world.repSays();
        else {
          written.push(`word ${written.length}`);
          model.write(written.at(-1) ?? '');
        }
        if (chance.below(3) === 0) world.deliver();
        await settled();
      }
      world.deliver();
      for (let turns = 0; turns < 8; turns += 1) await settled();
      assert.deepEqual(model.entries.value, log, `seed ${seed}`);
      assert.deepEqual(model.unsent.value, [], `seed ${seed}`);
      const own = log.flatMap((entry) => (entry.kind === 'chat' && entry.clientId !== null ? [entry.text] : []));
      assert.deepEqual(own, written, `seed ${seed}: in the order of writing, each once`);
    }
  });
});
