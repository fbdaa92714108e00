/** Trusts as the build before stored them: one after each session, and without words to be found by. */
import assert from 'node:assert/strict';
import { createConnection } from 'mongoose';
import { oneTrustForEachPair } from '../../../server/database/migrations/0007-one-trust-for-each-pair.ts';
import { trustsFoundByWords } from '../../../server/database/migrations/0008-trusts-found-by-words.ts';
import { trustModel } from '../../../server/trusts/trust-model.ts';
import { endStore, startStore } from '../database/a-store.ts';
import type { AStore } from '../database/a-store.ts';

type Stored = Record<string, unknown> & { _id: string };

const id = (name: string) => name.padEnd(22, '_');
const publicKey = 'k'.repeat(122);

function aTrust(name: string, over: Record<string, unknown> = {}): Stored {
  const pair = { account: id('ana'), browser: 'browser-of-marta', session: id(`session-${name}`) };
  return { _id: id(name), ...pair, customer: 'Marta Kowalenko', publicKey, repAgrees: true, agreedAt: 10, ...over };
}

describe('Trusts of an earlier build', () => {
  let store: AStore;
  beforeEach(async () => (store = await startStore()));
  afterEach(() => endStore(store));

  const broughtUpToDate = async (stored: Stored[]) => {
    const trusts = store.db.collection<Stored>('trusts');
    await trusts.insertMany(stored);
    // Twice, as after a crash in between.
    for (const { run } of [oneTrustForEachPair, trustsFoundByWords, oneTrustForEachPair, trustsFoundByWords])
      await run(store.db);
    return trusts.find().sort({ _id: 1 }).toArray();
  };

  it('are one for each pair: one that both have agreed on, and the one that was used last', async () => {
    const left = await broughtUpToDate([
      aTrust('newest', { agreedAt: 90, repAgrees: false }),
      aTrust('older', { agreedAt: 20 }),
      aTrust('used', { agreedAt: 10, usedAt: 80 }),
      aTrust('of-bo', { account: id('bo') }),
      aTrust('elsewhere', { browser: 'another-browser' }),
      { _id: id('damaged-1'), session: id('session-1') },
      { _id: id('damaged-2'), session: id('session-2') },
    ]);
    assert.deepEqual(
      left.map(({ _id }) => _id),
      ['damaged-1', 'damaged-2', 'elsewhere', 'of-bo', 'used'].map(id),
    );
    const connection = await createConnection(store.database.uri, { autoIndex: false }).asPromise();
    try {
      await trustModel(connection).createIndexes();
    } finally {
      await connection.close();
    }
  });

  it('are found by the words of the customer’s name', async () => {
    const [trust] = await broughtUpToDate([aTrust('one')]);
    assert.deepEqual(trust?.['words'], ['marta', 'kowalenko']);
  });
});
