import assert from 'node:assert/strict';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import type { RepLink } from '../../support/people.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { solveProof } from '../../support/solve-proof.ts';
import { aForm } from '../server-sessions/sessions-for-tests.ts';
import { counted, customerFrom, outcomeOf, serverBehindProxy } from './proxied-customer.ts';

describe('A flood of support requests', () => {
  let server: ServerProcess;
  let rep: RepLink;

  before(async () => {
    server = await serverBehindProxy();
    rep = await repOnline(server, await createRep(await finishSetUp(server)));
  });
  after(async () => {
    rep.close();
    await server.stop();
  });

  it('from one network is held to ten and to work, and others keep their place and are answered [H-62]', async function () {
    this.timeout(240_000);
    const waiting = await customerFrom(server, '203.0.113.1');
    await waiting.call('requests.ask', await aForm(waiting, 'Marta'));

    const flooders = await Promise.all(Array.from({ length: 50 }, () => customerFrom(server, '198.51.100.7')));
    const [first = assert.fail()] = flooders;
    const form = await aForm(first, 'Nobody');
    const outcomes = await Promise.all(
      flooders.map(async (link) => {
        const own: string[] = [];
        for (let tries = 0; tries < 200; tries += 1) {
          const outcome = await outcomeOf(link.call('requests.ask', form));
          own.push(outcome);
          if (outcome === 'ok') await link.call('requests.leave', {});
        }
        return own;
      }),
    );
    const { ok = 0, 'proof-needed': asked = 0 } = counted(outcomes.flat());
    // Ten at once, and one in thirty seconds while this goes on.
    assert.ok(ok >= 10 && ok <= 16, `${ok} were taken`);
    assert.equal(ok + asked, 10_000);

    const state = (await waiting.call('page.open', {})).state;
    assert.equal(state.at === 'waiting' && state.place.position, 1, 'who waited keeps the place');
    const newcomer = await customerFrom(server, '203.0.113.2');
    const { place } = await newcomer.call('requests.ask', await aForm(newcomer, 'Juan'));
    assert.equal(place.position, 2, 'who comes now stands behind one person, and behind no flood');

    await newcomer.call('requests.leave', {});
    const colleague = await customerFrom(server, '198.51.100.7');
    assert.equal(await outcomeOf(colleague.call('requests.ask', form)), 'proof-needed');
    const proof = solveProof(await colleague.call('proof.challenge', { purpose: 'request' }));
    assert.equal(await outcomeOf(colleague.call('requests.ask', { ...form, proof })), 'ok', 'work is an entrance');
    for (const link of [waiting, newcomer, colleague, ...flooders]) link.close();
  });
});
