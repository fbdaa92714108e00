import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plan } from '../../../../../../server/database/embedded/planner/plan.ts';
import { parseFilter } from '../../../../../../server/database/embedded/query/parse-filter.ts';
import { indexDefinition } from '../../../../../../server/database/embedded/storage/index-definition.ts';
import { Store } from '../../../../../../server/database/embedded/storage/store.ts';
import { encode } from '../../../../../../server/database/embedded/values/codec.ts';

describe('After a write that failed as a whole', () => {
  const folder = mkdtempSync(join(tmpdir(), 'remotehelp-test-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('the next array in an index is remembered across a restart', () => {
    const path = join(folder, 'remotehelp.sqlite');
    const store = Store.open(path);
    const collection = store.findOrCreate('test', 'lists');
    store.createIndex(collection, indexDefinition({ key: { list: 1 }, name: 'list' }));
    const insert = (_id: number): void => {
      const document = { _id, list: ['a', 'b'] };
      collection.insert(encode(document), document);
    };
    const diskTrouble = new Error('the disk is gone');
    assert.throws(
      () =>
        store.write(() => {
          insert(1);
          throw diskTrouble;
        }),
      diskTrouble,
    );
    store.write(() => insert(2));
    store.close();
    const again = Store.open(path);
    const found = again.find('test.lists');
    assert.ok(found !== undefined);
    const chosen = plan(found, parseFilter({ list: 'a' }), []);
    assert.ok(chosen.kind === 'index' && chosen.index.isMultikey);
    again.close();
  });
});
