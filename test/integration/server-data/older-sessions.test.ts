/** Sessions as the build before stored them: with the address as it was typed, and not to be found by it. */
import assert from 'node:assert/strict';
import { sessionsFoundByAddress } from '../../../server/database/migrations/0009-sessions-found-by-address.ts';
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
});
