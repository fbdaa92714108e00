import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MongoClient } from 'mongodb';
import { openDatabase } from '../../../server/database/open-database.ts';
import { aFolder, endStore, startStore, storeOptions } from './a-store.ts';

const main = new URL('../../../server/database/embedded/main.ts', import.meta.url).pathname;

/** The store's program on its own, so that a test can kill it. */
async function startProgram(folder: string) {
  mkdirSync(folder, { recursive: true });
  const socket = join(folder, 's.sock');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', main, '--file', join(folder, 'remotehelp.sqlite'), '--socket', socket],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const exited = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exited.then(() => Promise.reject(new Error('the store ended')))]);
  const client = new MongoClient(`mongodb://${encodeURIComponent(socket)}/test`, { serverSelectionTimeoutMS: 3000 });
  return { child, exited, client, collection: client.db().collection('entries') };
}

describe('The embedded store’s file', function () {
  this.timeout(30_000);
  const folders: string[] = [];
  const newFolder = (): string => {
    const folder = aFolder();
    folders.push(folder);
    return folder;
  };
  after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  it('holds every write that was acknowledged before the store was killed', async () => {
    const folder = newFolder();
    const { child, exited, client, collection } = await startProgram(folder);
    await collection.createIndex({ seq: 1 }, { unique: true });
    const acknowledged: number[] = [];
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; ; n += 1) {
        const seq = n * 8 + writer;
        await collection.insertOne({ seq });
        acknowledged.push(seq);
        if (acknowledged.length === 400) child.kill('SIGKILL');
      }
    });
    await Promise.allSettled(writers);
    await exited;
    await client.close();
    const again = await startProgram(folder);
    const stored = new Set((await again.collection.find().toArray()).map(({ seq }) => seq));
    assert.ok(acknowledged.length >= 400);
    assert.deepEqual(
      acknowledged.filter((seq) => !stored.has(seq)),
      [],
    );
    await assert.rejects(again.collection.insertOne({ seq: acknowledged[0] }), { code: 11000 });
    await again.client.close();
    again.child.kill('SIGTERM');
    assert.deepEqual(await again.exited, [0, null]);
  });

  it('is let go of when the server that started the store dies', async () => {
    const { child, exited, client } = await startProgram(newFolder());
    await client.close();
    child.stdin.end();
    assert.deepEqual(await exited, [0, null]);
  });

  it('is served again, to the same clients, when the store’s process is killed', async () => {
    const store = await startStore(newFolder());
    const collection = store.collection();
    await collection.insertOne({ n: 1 });
    const socketOwner = Number(readFileSync('/proc/self/stat', 'utf8').split(' ')[0]);
    const children = readFileSync(`/proc/${socketOwner}/task/${socketOwner}/children`, 'utf8')
      .trim()
      .split(' ')
      .map(Number);
    const storeProcess = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(store.folder));
    assert.ok(storeProcess !== undefined);
    process.kill(storeProcess, 'SIGKILL');
    const deadline = Date.now() + 10_000;
    let found: unknown;
    while (found === undefined && Date.now() < deadline)
      found = await collection.findOne({ n: 1 }).catch(() => undefined);
    assert.ok(found);
    assert.match(store.errors.join('\n'), /SIGKILL/);
    await endStore(store);
  });

  it('is refused, with what to do, when another process uses it', async () => {
    const store = await startStore(newFolder());
    await assert.rejects(openDatabase(storeOptions(store.folder)), /in use by another process/);
    const newcomer = await new MongoClient(store.database.uri, { serverSelectionTimeoutMS: 3000 }).connect();
    assert.ok(await newcomer.db().collection('still-there').insertOne({}));
    await newcomer.close();
    await endStore(store);
  });

  async function aClosedFile(): Promise<{ folder: string; file: string }> {
    const folder = newFolder();
    const store = await startStore(folder);
    await store.collection().insertMany(Array.from({ length: 2000 }, (_, n) => ({ n, text: 'x'.repeat(100) })));
    await store.client.close();
    await store.database.close();
    return { folder, file: join(folder, 'remotehelp.sqlite') };
  }

  it('is refused, and left alone, when a newer version wrote it', async () => {
    const { folder, file } = await aClosedFile();
    const sqlite = new Database(file);
    sqlite.pragma('user_version = 999');
    sqlite.close();
    await assert.rejects(openDatabase(storeOptions(folder)), /format version 999.*newer RemoteHelp/);
  });

  it('is refused when it is damaged, cut off, or something else', async () => {
    const damage: ((file: string) => void)[] = [
      (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
      (file) => writeFileSync(file, 'This is no database.'.repeat(1000)),
      (file) => {
        const handle = openSync(file, 'r+');
        writeSync(handle, Buffer.alloc(8192, 0xa5), 0, 8192, 8192);
        closeSync(handle);
      },
    ];
    for (const harm of damage) {
      const { folder, file } = await aClosedFile();
      harm(file);
      const before = readFileSync(file);
      await assert.rejects(openDatabase(storeOptions(folder)), /is damaged.*backup/s);
      assert.ok(readFileSync(file).equals(before));
    }
  });

  it('stays with the kind of store that its folder began with, even when a mongod appears', async () => {
    const { folder } = await aClosedFile();
    const programs = newFolder();
    writeFileSync(join(programs, 'mongod'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const database = await openDatabase({ ...storeOptions(folder), searchPath: programs });
    assert.equal(database.kind, 'embedded');
    await database.close();
    assert.ok(!existsSync(join(folder, 'mongodb-0.sock')));
    await assert.rejects(openDatabase({ ...storeOptions(newFolder()), searchPath: programs }), /mongod ended/);
  });

  it('can lie in a folder whose path is too long for a socket', async () => {
    const folder = join(newFolder(), 'a-long-name'.repeat(12));
    const store = await startStore(folder);
    assert.ok(await store.collection().insertOne({}));
    await endStore(store);
  });
});
