import { setTimeout as wait } from 'node:timers/promises';
import { timeOf } from '../figures/time-of.ts';
import { openBenchStore } from './bench-store.ts';
import type { BenchStore } from './bench-store.ts';
import { sessionId } from './fill.ts';

const BACK_WITHIN_MS = 30_000;

/** Milliseconds from starting the store's process on this folder to its first answer to a look-up. Leaves it open. */
export async function startAgain(dataFolder: string): Promise<{ store: BenchStore; tookMs: number }> {
  const startedAt = performance.now();
  const store = await openBenchStore(dataFolder);
  await lookUp(store);
  return { store, tookMs: performance.now() - startedAt };
}

/**
 * Kills the store in the middle of writing. Milliseconds from then to the first answer, which it is started again for:
 * the pause before that is part of it.
 */
export async function killAndWait(store: BenchStore): Promise<number> {
  let isWriting = true;
  const writing = (async () => {
    const marks = store.connection.collection('bench_marks');
    while (isWriting) await marks.insertOne({ at: new Date() });
  })().catch(() => {
    // It was killed under this write.
  });
  await wait(200);
  process.kill(store.pid(), 'SIGKILL');
  const tookMs = await timeOf(async () => {
    isWriting = false;
    const until = performance.now() + BACK_WITHIN_MS;
    while (!(await answers(store))) if (performance.now() > until) throw new Error('The store did not come back');
  });
  await writing;
  return tookMs;
}

async function answers(store: BenchStore): Promise<boolean> {
  try {
    await lookUp(store);
    return true;
  } catch {
    // Not back yet: that is what is waited for.
    await wait(5);
    return false;
  }
}

async function lookUp({ connection }: BenchStore): Promise<void> {
  const found = await connection.collection<{ _id: string }>('sessions').findOne({ _id: sessionId(0) });
  if (found === null) throw new Error('The first session is gone');
}
