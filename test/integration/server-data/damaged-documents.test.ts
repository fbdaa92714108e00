import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { randomId } from '../../../server/secrets/random.ts';
import { adminClient, entryClient } from '../../support/http-client.ts';
import { allHistory } from '../../support/all-history.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import { runServerCommand, startServerProcess } from '../../support/server-process.ts';
import { aForm, aLiveSession } from '../server-sessions/sessions-for-tests.ts';
import { tamper } from './tamper.ts';

type Documents = Record<string, unknown> & { _id: string };

/** Beside every collection's own documents: one with nothing in it, one with a field of a wrong type, one without a field. */
const oddities: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  accounts: [
    { userIdKey: 'x', role: 'representative' },
    { userIdKey: 'y', fullName: ['not', 'a', 'name'] },
  ],
  channels: [
    { nameKey: 'x', members: 7 },
    { nameKey: 'y', name: 'No numbers', members: [] },
  ],
  sign_ins: [{ kind: 'extension', expiresAt: 'tomorrow' }, { account: null }],
  sign_in_places: [{ expiresAt: 'never' }],
  sign_in_tries: [{ count: 'many' }],
  support_requests: [
    { browser: 'b1', state: 'waiting', createdAt: 'yesterday' },
    { browser: 'b2', state: 'claimed', settledAt: 9e15, session: 5 },
  ],
  sessions: [
    { browser: 'b1', state: 'live' },
    { owner: 'nobody', state: 'live', projection: null, browser: 'b2' },
  ],
  rep_standings: [{ loggedIn: true, seats: 'all' }],
  presence_intervals: [{ account: 'x', from: null }],
  connection_codes: [{ session: 'x', expiresAt: 9e15, sealed: 4 }],
  endings: [{ browser: 'b1', at: 'then', ended: { what: 'everything' } }],
  deadlines: [{ dueAt: 1 }, { dueAt: 2, kind: 'from-the-future', subject: 'x' }, { kind: 'host-lost' }],
  host_tickets: [{ session: 'x', expiresAt: 'never' }],
  log_entries: [{ session: 'x', seq: 1 }],
  pictures: [{ type: 'image/svg+xml', data: '<svg>' }],
  audit: [{ at: 'then', n: 'the last' }],
};

describe('Stored documents that are damaged or of an old form', () => {
  it('are left aside and named, and everybody else is served: sign-in, line, sessions, history [F34]', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'rh-damaged-'));
    const first = await startServerProcess({ dataFolder });
    const administrator = await finishSetUp(first);
    const rep = await createRep(administrator);
    const link = await repOnline(first, rep);
    const { session: past } = await aLiveSession(first, link, 'Past');
    await link.call('sessions.end', { session: past });
    const { customer, session } = await aLiveSession(first, link, 'Marta');
    await customer.call('chat.send', { session, clientId: randomId(), text: 'A secret of mine' });
    await customer.call('chat.send', { session, clientId: randomId(), text: 'And another one' });
    const waiting = await openCustomerLink(first);
    await waiting.call('requests.ask', await aForm(waiting, 'Juan'));
    const lost = await openCustomerLink(first);
    await lost.call('requests.ask', await aForm(lost, 'Rosa'));
    const keys = [customer, waiting, lost].map((one) => one.browserKey() ?? '');
    await first.stop();

    await tamper(dataFolder, async (db) => {
      for (const [name, documents] of Object.entries(oddities)) {
        const odd = documents.map((document) => ({ _id: randomId(), ...document }));
        await db
          .collection<Documents>(name)
          .insertMany([...odd, { _id: randomId(), browser: randomId(), session: randomId() }]);
      }
      const set = (name: string, filter: Record<string, unknown>, change: Record<string, unknown>) =>
        db.collection<Documents>(name).updateOne(filter, change);
      await set('support_requests', { name: 'Rosa' }, { $unset: { createdAt: '', channel: '' } });
      await set('sessions', { _id: session }, { $set: { 'projection.consents': 'all of them' }, $unset: { read: '' } });
      await set('rep_standings', { _id: rep.account.id }, { $set: { seats: 'all' }, $unset: { shown: '' } });
      await set('accounts', { _id: rep.account.id }, { $unset: { email: '', lastSeenAt: '', picture: '' } });
      await set('channels', {}, { $push: { members: 'nobody' as never } });
      await set('log_entries', { session, 'body.text': 'A secret of mine' }, { $set: { audience: 'everybody' } });
      await set('organisation', {}, { $unset: { name: '' } });
      const due = { _id: `code-expired:${session}`, kind: 'code-expired', subject: session, dueAt: 3 };
      await db.collection<Documents>('deadlines').insertOne(due);
    });

    const second = await startServerProcess({ dataFolder });
    try {
      const again = await repOnline(second, rep);
      const snapshot = await again.call('snapshot.get', {});
      assert.deepEqual(
        [snapshot.requests.map(({ name }) => name), snapshot.sessions.map(({ customer: { name } }) => name)],
        [['Juan'], ['Marta']],
      );
      assert.deepEqual(
        (await again.call('sessions.history', allHistory)).items.map(({ customer: name }) => name),
        ['Past'],
      );
      const { entries } = await again.call('log.after', { session, seq: 0 });
      assert.deepEqual(
        entries.flatMap((entry) => (entry.kind === 'chat' ? [entry.text] : [])),
        ['And another one'],
      );
      const [marta, juan, rosa] = await Promise.all(
        keys.map((key) => openCustomerLink(second, v.parse(v.string(), key))),
      );
      assert.ok(marta !== undefined && juan !== undefined && rosa !== undefined);
      const sent = await marta.call('chat.send', { session, clientId: randomId(), text: 'Still here' });
      assert.equal(sent.entry.seq, (entries.at(-1)?.seq ?? 0) + 1);
      assert.equal((await juan.call('page.open', {})).state.at, 'waiting');
      // Rosa's request cannot be read any more. She is not told that she waits, and can ask anew.
      await rosa.call('requests.ask', await aForm(rosa, 'Rosa again'));
      const { request } = await again.event('requests.waiting', ({ request: one }) => one.name === 'Rosa again');
      await again.call('sessions.end', { session });
      await again.call('requests.claim', { request: request.id });
      const browser = { cookie: undefined };
      const { userId, password } = administrator;
      await entryClient(second, browser).call('admin.signIn', { userId, password });
      const { accounts } = await adminClient(second, browser).call('accounts.list', {});
      assert.deepEqual(
        accounts.map(({ displayName }) => displayName),
        ['Maria', 'Ana'],
      );
      for (const one of [again, marta, juan, rosa]) one.close();
    } finally {
      assert.equal(await second.stop(), 0);
    }
    const output = second.output();
    for (const name of ['accounts', 'channels', 'support_requests', 'sessions'])
      assert.match(
        output,
        new RegExp(`damaged and is left aside\\. collection="${name}" id="[^"]+" problem="[a-zA-Z., ]+"`),
      );
    assert.match(output, /An entry of a session log is damaged and is left out\. .*problem="audience"/);
    assert.match(output, /A deadline is damaged and is dropped\. .*problem="kind, subject"/);
    assert.doesNotMatch(output, /secret of mine|not,a,name/);

    await tamper(dataFolder, async (db) => {
      const overdue = await db.collection<Documents>('deadlines').countDocuments({ dueAt: { $lt: 10 } });
      assert.equal(overdue, 0, 'what stood behind the damaged ones was kept');
    });
    const check = await runServerCommand(['data:check'], dataFolder);
    assert.equal(check.code, 1);
    assert.match(check.output, /The server leaves these documents aside, and everything else works/);
    rmSync(dataFolder, { recursive: true, force: true });
  });
});
