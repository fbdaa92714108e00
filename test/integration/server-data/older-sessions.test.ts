/** Sessions as the build before stored them: with the address as it was typed, and not to be found by it. */
import assert from 'node:assert/strict';
import { sessionsFoundByAddress } from '../../../server/database/migrations/0009-sessions-found-by-address.ts';
import { sessionsFoundByWhatWasSaid } from '../../../server/database/migrations/0011-sessions-found-by-what-was-said.ts';
import { endStore, startStore } from '../database/a-store.ts';
import type { AStore } from '../database/a-store.ts';

type Stored = Record<string, unknown> & { _id: string };

describe('Sessions of an earlier build', () => {
  let store: AStore;
  beforeEach(async () => (store = await startStore()));
  afterEach(() => endStore(store));

  it('are found by their e-mail address in small letters, where they have one', async () => {
    const sessions = store.db.collection<Stored>('sessions');
    await sessions.insertMany([
      { _id: 'a', customer: { name: 'Marta', email: 'Marta@Example.ORG', phone: '' } },
      { _id: 'b', customer: { name: 'Juan', email: '', phone: '' } },
      { _id: 'c', customer: 'damaged' },
    ]);
    // Twice, as after a crash in between.
    await sessionsFoundByAddress.run(store.db);
    await sessionsFoundByAddress.run(store.db);
    const found = await sessions.find().sort({ _id: 1 }).toArray();
    assert.deepEqual(
      found.map(({ email }) => email),
      ['marta@example.org', undefined, undefined],
    );
  });

  it('are found by what was said in them, but for what was erased', async () => {
    const customer = { name: 'Marta', email: '', phone: '' };
    const ended = { owner: 'ana', startedAt: 5, state: 'ended', browser: 'b', customer, reason: 'Lamp' };
    await store.db.collection<Stored>('sessions').insertMany([
      { _id: 'a', ...ended },
      { _id: 'b', ...ended, state: 'live' },
      { _id: 'c', ...ended, customer: { ...customer, name: '' } },
    ]);
    const said = (session: string, seq: number, kind: string, body: object) => ({ session, seq, kind, body });
    await store.db
      .collection('log_entries')
      .insertMany([
        said('a', 1, 'joined', { role: 'customer' }),
        said('a', 2, 'chat', { text: 'The kettle' }),
        said('a', 3, 'chat', { text: 7 }),
        said('a', 4, 'file', { name: 'Bill.pdf' }),
        said('b', 1, 'chat', { text: 'Later' }),
      ]);
    await sessionsFoundByWhatWasSaid.run(store.db);
    await sessionsFoundByWhatWasSaid.run(store.db);
    const words = await store.db.collection<Stored>('session_words').find().toArray();
    assert.deepEqual(words, [
      { _id: 'a', owner: 'ana', startedAt: 5, words: ['marta', 'lamp', 'the', 'kettle', 'bill', 'pdf'] },
    ]);
  });
});
