import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { Collection } from 'mongodb';
import { checkStoreFile } from '../../../server/database/check/check-store-file.ts';
import { createProgress } from '../../../server/database/progress.ts';
import { ensureServerBuilt } from '../../support/server-process.ts';
import { aFolder } from '../database/a-store.ts';

const kills = 20;
const writers = 6;
/** So many acknowledgements lie between two kills at least. */
const acknowledgedBetween = 60;
const answersWithinMs = 20_000;

/** What a writer has ordered, and whether it was told that it is stored. */
interface Ordered {
  readonly writer: number;
  readonly n: number;
  acknowledged: boolean;
}

interface Entry {
  _id: string;
  writer: number;
  n: number;
  tags: string[];
}

const program = join(import.meta.dirname, '../../../dist/server/embedded-store.js');

async function startStoreProgram(folder: string): Promise<ChildProcess> {
  const args = [program, '--file', join(folder, 'remotehelp.sqlite'), '--socket', join(folder, 's.sock')];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The store ended before it was ready')));
  await Promise.race([once(child.stdout, 'data'), ended]);
  ended.catch(() => {
    // It was ready: that it is killed later is what this test is about.
  });
  return child;
}

describe('The store’s process, killed twenty times under load', function () {
  this.timeout(180_000);

  it('loses nothing that was acknowledged, stores nothing twice, and answers again each time', async () => {
    await ensureServerBuilt();
    const folder = aFolder();
    let child = await startStoreProgram(folder);
    const uri = `mongodb://${encodeURIComponent(join(folder, 's.sock'))}/remotehelp`;
    const client = new MongoClient(uri, { serverSelectionTimeoutMS: 1000, retryWrites: false });
    const entries: Collection<Entry> = client.db().collection<Entry>('entries');
    await entries.createIndex({ writer: 1, n: 1 }, { unique: true, name: 'one_for_each_place' });
    await entries.createIndex({ tags: 1 }, { name: 'by_tag' });

    const history: Ordered[] = [];
    let acknowledged = 0;
    let stopping = false;
    /** Takes the next place in its own line, writes again and again until that is acknowledged, and only then goes on: as sessions do. */
    const write = async (writer: number) => {
      for (let n = 0; !stopping; n += 1) {
        const ordered: Ordered = { writer, n, acknowledged: false };
        history.push(ordered);
        while (!stopping && !ordered.acknowledged) {
          try {
            await entries.insertOne({ _id: `${writer}:${n}`, writer, n, tags: [`t${n % 7}`, `w${writer}`] });
            ordered.acknowledged = true;
          } catch (error) {
            // The first try was stored, and its answer was lost with the store.
            if (isDuplicate(error)) ordered.acknowledged = true;
            // Whatever else it is, the store is away: nothing was promised, so it is tried again.
            else await wait(5);
          }
        }
        if (!ordered.acknowledged) return;
        acknowledged += 1;
        await entries.updateOne({ _id: `${writer}:${n}` }, { $pull: { tags: `t${n % 7}` } }).catch(() => {
          // Away; either form of the document is right, as long as its index agrees.
        });
      }
    };
    const work = Array.from({ length: writers }, (_, writer) => write(writer));

    for (let kill = 0; kill < kills; kill += 1) {
      const target = acknowledged + acknowledgedBetween;
      const until = performance.now() + answersWithinMs;
      while (acknowledged < target) {
        assert.ok(
          performance.now() < until,
          `after kill ${kill} the store did not answer within ${answersWithinMs} ms`,
        );
        await wait(1);
      }
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      child = await startStoreProgram(folder);
    }
    stopping = true;
    await Promise.all(work);
    const stored = await entries.find().toArray();
    await client.close();
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;

    const there = new Set(stored.map(({ _id }) => _id));
    const promised = history.filter((ordered) => ordered.acknowledged).map(({ writer, n }) => `${writer}:${n}`);
    assert.ok(promised.length >= kills * acknowledgedBetween);
    assert.deepEqual(
      promised.filter((id) => !there.has(id)),
      [],
      'acknowledged and lost',
    );
    assert.equal(there.size, stored.length, 'stored twice');
    const ordered = new Set(history.map(({ writer, n }) => `${writer}:${n}`));
    assert.deepEqual(
      [...there].filter((id) => !ordered.has(id)),
      [],
      'stored and never ordered',
    );
    const silent = createProgress(
      () => undefined,
      () => 0,
    );
    const { findings, documents } = checkStoreFile(join(folder, 'remotehelp.sqlite'), silent);
    assert.deepEqual(findings.lines, []);
    assert.equal(documents, stored.length);
    rmSync(folder, { recursive: true, force: true });
  });
});

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 11_000;
}
