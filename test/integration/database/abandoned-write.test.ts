import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Int32 } from 'bson';
import { indexDefinition } from '../../../server/database/embedded/storage/index-definition.ts';
import { Store } from '../../../server/database/embedded/storage/store.ts';
import { decode, encode } from '../../../server/database/embedded/values/codec.ts';
import { aFolder } from './a-store.ts';

describe('A write that comes to nothing', () => {
  it('leaves no trace in memory either: an index remembers an array only when one is stored', () => {
    const folder = aFolder();
    const path = join(folder, 'remotehelp.sqlite');
    const bytes = encode({ _id: new Int32(1), tags: ['a', 'b'] });
    const store = Store.open(path);
    const collection = store.findOrCreate('test', 'things');
    store.createIndex(collection, indexDefinition({ key: { tags: new Int32(1) }, name: 'by_tag' }));
    assert.throws(
      () =>
        store.write(() => {
          collection.insert(bytes, decode(bytes));
          throw new Error('the disk is full');
        }),
      /the disk is full/,
    );
    store.write(() => collection.insert(bytes, decode(bytes)));
    store.close();
    const again = Store.open(path);
    assert.equal(again.find('test.things')?.indexNamed('by_tag')?.isMultikey, true);
    again.close();
    rmSync(folder, { recursive: true });
  });
});
