import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const projectRoot = resolve(import.meta.dirname, '../../..');
const WITHIN_MS = 60_000;

/** Milliseconds from starting `npm start` on an installed, built tree and a new data folder to its first page. */
export async function measureStartUp(): Promise<number> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'rh-bench-start-'));
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: projectRoot,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_FOLDER: dataFolder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit');
  try {
    while (!(await servesPage(port))) {
      if (child.exitCode !== null || performance.now() - startedAt > WITHIN_MS) {
        throw new Error(`npm start served no page:\n${output}`);
      }
      await wait(10);
    }
    const tookMs = performance.now() - startedAt;
    // A tree whose sources changed meanwhile is built first: that is not what is measured.
    return output.includes('Building') ? Number.NaN : tookMs;
  } finally {
    // The whole group, as Ctrl+C in a terminal does.
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    await ended;
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function servesPage(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    return answer.ok && (await answer.text()).includes('<html');
  } catch {
    // Not listening yet.
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}
