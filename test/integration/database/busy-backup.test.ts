import assert from 'node:assert/strict';
import { join } from 'node:path';
import { aFolder, endStore, startStore } from './a-store.ts';
import type { AStore } from './a-store.ts';

const writers = 4;
/** More pages than one step of a copy takes. */
const pagesBefore = 3000;

describe('A copy of the store while others write without pause', function () {
  this.timeout(60_000);
  let store: AStore;
  before(async () => {
    store = await startStore();
    const filler = Array.from({ length: pagesBefore }, (_, number) => ({ number, text: 'x'.repeat(4000) }));
    await store.db.collection('filler').insertMany(filler);
  });
  after(() => endStore(store));

  it('is whole: it holds all that was acknowledged before, and the writers go on', async () => {
    const notes = store.db.collection<{ _id: number }>('notes');
    const acknowledged: number[] = [];
    let [last, isOver] = [0, false];
    const write = async () => {
      while (!isOver) {
        last += 1;
        const _id = last;
        await notes.insertOne({ _id });
        acknowledged.push(_id);
      }
    };
    await notes.insertOne({ _id: 0 });
    const writing = Array.from({ length: writers }, write);
    const [folder, before] = [aFolder(), [...acknowledged]];
    const { pages } = await store.client
      .db('admin')
      .command({ remotehelpBackup: join(folder, 'remotehelp.sqlite') })
      .finally(() => (isOver = true));
    await Promise.all(writing);
    assert.ok(pages > pagesBefore, `${pages} pages were copied`);
    assert.ok(acknowledged.length > before.length, 'others wrote meanwhile');

    const copy = await startStore(folder);
    try {
      const held = await copy.db.collection<{ _id: number }>('notes').distinct('_id');
      assert.deepEqual(
        [0, ...before].filter((id) => !held.includes(id)),
        [],
      );
      assert.equal(await copy.db.collection('filler').countDocuments(), pagesBefore);
    } finally {
      await endStore(copy);
    }
  });
});
