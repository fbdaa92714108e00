import assert from 'node:assert/strict';
import * as v from 'valibot';
import { randomId } from '../../../server/secrets/random.ts';
import { logEntryModels } from '../../../server/session-log/log-entry-model.ts';
import { recordOf } from '../../../server/session-log/entry-record.ts';
import { entriesInReserve, mostEntries } from '../../../server/sessions/entry-limit.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { SessionId } from '../../../shared/contract/identifiers.ts';
import { LogEntry } from '../../../shared/contract/session-log.ts';
import { customerClient, repClient } from './clients-in-process.ts';
import { aBrowser, featuresInProcess } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';
import { refuses } from './sessions-for-tests.ts';

describe('A session log that is full', function () {
  this.timeout(60_000);
  let world: FeaturesInProcess;
  before(async () => {
    world = await featuresInProcess({ repNames: ['Ana'] });
  });
  after(() => world.stop());

  /** Writes chat up to this place, straight into the store. */
  async function fill(session: SessionId, from: number, upTo: number) {
    const { entries } = logEntryModels(world.connection);
    const place = { session, at: 1, by: { kind: 'customer', name: 'Marta' }, audience: 'all', clientId: null };
    const all = Array.from({ length: upTo - from }, (_none, nth) =>
      v.parse(LogEntry, { ...place, seq: from + nth + 1, kind: 'chat', text: 'Hello' }),
    );
    for (let at = 0; at < all.length; at += 1000) await entries.insertMany(all.slice(at, at + 1000).map(recordOf));
    await sessionModel(world.connection).updateOne({ _id: session }, { $set: { 'projection.lastSeq': upTo } });
  }

  it('refuses chat in words that say what to do, ends all the same, and has a receipt of every entry', async () => {
    const [account] = world.reps;
    assert.ok(account);
    const rep = repClient(world.features, account);
    const browser = aBrowser();
    world.browsers.add(browser);
    const customer = customerClient(world.features, browser);
    const started = await rep.call('sessions.start', { customer: 'Marta' });
    const entered = await customer.call('codes.enter', { name: 'Marta', code: started.session.code?.code ?? '' });
    assert.ok(entered);
    const session = v.parse(SessionId, started.session.id);
    const { lastSeq } = (await rep.call('snapshot.get', {})).sessions[0] ?? assert.fail();
    const full = mostEntries - entriesInReserve;
    await fill(session, lastSeq, full - 1);
    const chat = (who: Pick<typeof customer, 'call'>) =>
      who.call('chat.send', { session, clientId: randomId(), text: 'One more' });
    assert.equal((await chat(customer)).entry.seq, full);
    await refuses(chat(customer), 'log-full', /End it and begin another one/);
    await refuses(rep.call('chat.send', { session, clientId: randomId(), text: 'More' }), 'log-full');
    const { summary } = await rep.call('sessions.end', { session });
    assert.equal(summary?.messages, full - lastSeq);
    const { token, seal } = await customer.call('receipts.own', { session });
    assert.deepEqual([seal.state, seal.entries], ['intact', full + 1]);
    assert.equal((await customer.call('receipts.open', { token })).more, true);
  });
});
