import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createConnection } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { openDatabase } from '../../../server/database/open-database.ts';
import type { OpenDatabase } from '../../../server/database/open-database.ts';
import { sharedFileModel } from '../../../server/shared-items/shared-file-model.ts';
import { sharedItemModel } from '../../../server/shared-items/shared-item-model.ts';
import { createSharedItems } from '../../../server/shared-items/shared-item-service.ts';
import type { SharedItems } from '../../../server/shared-items/shared-item-service.ts';
import { storeOptions } from '../database/a-store.ts';
import { hour } from '../server-reservations/reservations-for-tests.ts';
import { refuses } from '../server-sessions/sessions-for-tests.ts';

describe('Shared items that are damaged in the store', () => {
  let folder: string;
  let store: OpenDatabase;
  let connection: Connection;
  let shared: SharedItems;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rh-lists-'));
    store = await openDatabase(storeOptions(folder));
    connection = await createConnection(store.uri).asPromise();
    // Past the time in which an upload may be under way.
    const clock = { now: () => Date.now() + 2 * hour };
    shared = createSharedItems(sharedItemModel(connection), sharedFileModel(connection), clock);
    for (const name of ['one.txt', 'two.txt']) await shared.addFile(null, name, Readable.from([Buffer.from(name)]));
  });
  afterEach(async () => {
    await connection.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const lists = () => connection.collection<{ _id: string; items: unknown[] }>('shared_items');
  const damage = (field: string, value: unknown) => lists().updateOne({ _id: 'shared' }, { $set: { [field]: value } });
  const filesKept = () => connection.collection('shared_files.files').countDocuments();
  const namesStored = async () => {
    const { items = [] } = (await lists().findOne({ _id: 'shared' })) ?? {};
    return items.map((item) => v.parse(v.object({ name: v.unknown() }), item).name);
  };
  const aReply = (name: string) => ({ kind: 'reply', name, word: name.toLowerCase(), text: 'Good day' }) as const;

  it('lose no file at the start and no place by a change, and everything else goes on', async () => {
    await damage('items.0.name', 5);
    await shared.recover();
    assert.equal(await filesKept(), 2);
    assert.deepEqual(
      (await shared.list()).map(({ name }) => name),
      ['two.txt'],
    );
    const left = await shared.add(null, aReply('Greeting'));
    assert.deepEqual(
      left.map(({ name }) => name),
      ['two.txt', 'Greeting'],
    );
    assert.deepEqual(await namesStored(), [5, 'two.txt', 'Greeting']);
  });

  it('keep every file when one of them cannot even be told by its id', async () => {
    await damage('items.0.id', 5);
    await shared.recover();
    assert.equal(await filesKept(), 2);
  });

  it('stay as they are when the whole list cannot be read, and who changes it is told so', async () => {
    await damage('revision', 'many');
    await shared.recover();
    assert.equal(await filesKept(), 2);
    await refuses(shared.add(null, aReply('Greeting')), 'server-fault', /damaged, so it is left as it is/);
    assert.deepEqual(await namesStored(), ['one.txt', 'two.txt']);
  });

  it('follow the item that they stand behind, wherever it is moved', async () => {
    await shared.add(null, aReply('Greeting'));
    await damage('items.1.name', 5);
    const [one, greeting] = await shared.list();
    assert.ok(one && greeting);
    await shared.move(one.id, { parent: null, before: null });
    assert.deepEqual(await namesStored(), ['Greeting', 'one.txt', 5]);
    await shared.remove(one.id);
    assert.deepEqual(await namesStored(), ['Greeting', 5]);
    await shared.recover();
    assert.equal(await filesKept(), 1);
  });
});
