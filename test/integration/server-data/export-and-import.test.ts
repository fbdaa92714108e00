import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BSONRegExp,
  BSONSymbol,
  Binary,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  UUID,
} from 'bson';
import type { Db } from 'mongodb';
import * as v from 'valibot';
import { runNpmScript } from '../../support/npm-script.ts';
import { runServerCommand } from '../../support/server-process.ts';
import { aFolder, endStore, startStore } from '../database/a-store.ts';

const everyType = {
  double: new Double(1),
  negativeZero: new Double(-0),
  notANumber: new Double(Number.NaN),
  infinite: new Double(Number.NEGATIVE_INFINITY),
  text: 'Ő – 👀 – \u0000 – "',
  document: { 'a.b': new Int32(1), __proto__x: null },
  list: [new Int32(1), new Double(1), [], {}, null],
  bytes: new Binary(Buffer.from([0, 255, 1])),
  userBytes: new Binary(Buffer.from([1]), 0x80),
  uuid: new UUID('11111111-2222-4333-8444-555555555555'),
  id: new ObjectId('0123456789abcdef01234567'),
  yes: true,
  moment: new Date(1_795_543_764_159),
  before1970: new Date(-1),
  nothing: null,
  pattern: new BSONRegExp('^a/b', 'im'),
  code: new Code('() => 1'),
  scopedCode: new Code('() => n', { n: new Int32(1) }),
  symbol: new BSONSymbol('s'),
  int: new Int32(-1),
  timestamp: new Timestamp({ t: 5, i: 6 }),
  long: Long.MAX_VALUE,
  smallLong: Long.fromNumber(1),
  decimal: Decimal128.fromString('1.10'),
  least: new MinKey(),
  greatest: new MaxKey(),
};

/** Every document's very bytes, by collection, and every index. */
async function contentsOf(db: Db) {
  const names = (await db.listCollections().toArray()).map(({ name }) => name).toSorted();
  const contents = names.map(async (name) => {
    const documents = await db.collection(name).find({}, { raw: true }).sort({ _id: 1 }).toArray();
    const indexes = await db.collection(name).listIndexes().toArray();
    const digests = documents.map((bytes) =>
      createHash('sha256')
        .update(v.parse(v.instance(Uint8Array), bytes))
        .digest('hex'),
    );
    return { name, digests, indexes };
  });
  return Promise.all(contents);
}

describe('Export and import', () => {
  let exported: string;

  beforeEach(() => {
    exported = join(mkdtempSync(join(tmpdir(), 'rh-export-')), 'export');
  });
  afterEach(() => rmSync(join(exported, '..'), { recursive: true, force: true }));

  async function aFilledStore() {
    const store = await startStore();
    await store.db.collection('types').insertMany([
      { _id: new ObjectId(), ...everyType },
      { _id: new ObjectId(), n: Long.fromNumber(2) },
    ]);
    await store.db.collection('types').createIndexes([
      { key: { long: 1, text: -1 }, name: 'by_long', sparse: true },
      { key: { int: 1 }, name: 'one', unique: true, partialFilterExpression: { int: { $gt: -5 } } },
      { key: { moment: 1 }, name: 'ends', expireAfterSeconds: 2_000_000_000 },
    ]);
    await store.db.collection('names/with: signs').insertMany(Array.from({ length: 2500 }, (_, n) => ({ n })));
    return store;
  }

  it('carry every type, index and name over exactly, out of a running store and into another, in both directions', async () => {
    const from = await aFilledStore();
    const to = await startStore();
    const third = aFolder();
    try {
      // A running store stands where a MongoDB would: only its address tells.
      const out = await runNpmScript('data:export', [exported], { dataFolder: from.folder });
      assert.equal(out.code, 0, out.output);
      const into = await runServerCommand(['data:import', exported], third, { MONGODB_URI: to.database.uri });
      assert.equal(into.code, 0, into.output);
      const contents = await contentsOf(from.db);
      assert.deepEqual(await contentsOf(to.db), contents);

      const back = await runServerCommand(['data:export', `${exported}2`], third, { MONGODB_URI: to.database.uri });
      assert.equal(back.code, 0, back.output);
      const embedded = await runNpmScript('data:import', [`${exported}2`], { dataFolder: third });
      assert.equal(embedded.code, 0, embedded.output);
      const again = await startStore(third);
      assert.deepEqual(await contentsOf(again.db), contents);
      await endStore(again);
      const lines = readFileSync(join(exported, 'types.jsonl'), 'utf8').trim().split('\n');
      assert.equal(lines.length, 2);
      assert.match(lines[1] ?? '', /"n":\{"\$numberLong":"2"\}/);
    } finally {
      await Promise.all([endStore(from), endStore(to)]);
      rmSync(third, { recursive: true, force: true });
    }
  });

  it('do not touch data that are there, unless told, and then they are saved first', async () => {
    const store = await aFilledStore();
    const { folder } = store;
    assert.equal((await runServerCommand(['data:export', exported], folder)).code, 0);
    const served = await runServerCommand(['data:import', exported, '--replace'], folder);
    assert.match(served.output, /A server has .* open. Stop it, then import/);
    await store.client.close();
    await store.database.close();

    const refused = await runServerCommand(['data:import', exported], folder);
    assert.match(refused.output, /There are data already, and nothing was changed/);
    const replaced = await runServerCommand(['data:import', exported, '--replace'], folder);
    assert.deepEqual([served.code, refused.code, replaced.code], [1, 1, 0], replaced.output);
    const [saved = ''] = readdirSync(join(folder, 'backups'));
    assert.equal((await runServerCommand(['data:check', join(folder, 'backups', saved)], folder)).code, 0);
    rmSync(folder, { recursive: true, force: true });
  });

  it('say which line is wrong, and which file is cut off', async () => {
    const store = await aFilledStore();
    const target = aFolder();
    assert.equal((await runServerCommand(['data:export', exported], store.folder)).code, 0);
    await endStore(store);
    appendFileSync(join(exported, 'types.jsonl'), '{"_id":{"$oid":"zz"}}\n');
    const wrong = await runServerCommand(['data:import', exported], target);
    assert.match(wrong.output, /types\.jsonl, line 3, is no extended JSON/);
    rmSync(join(exported, 'types.jsonl'));
    const missing = await runServerCommand(['data:import', exported], aFolder());
    assert.match(missing.output, /not whole: .*types\.jsonl is missing/);
    rmSync(join(exported, 'export.json'));
    const cut = await runServerCommand(['data:import', exported], target);
    assert.match(cut.output, /holds no whole export/);
    assert.deepEqual([wrong.code, missing.code, cut.code], [1, 1, 1]);
    rmSync(target, { recursive: true, force: true });
  });
});
