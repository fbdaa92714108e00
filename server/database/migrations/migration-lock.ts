import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { MongoServerError } from 'mongodb';
import type { Collection } from 'mongodb';

import { CannotStart } from '../../cannot-start.ts';
import { lockId } from './migration-record.ts';
import type { MigrationRecord } from './migration-record.ts';

/** How long a lock holds without being held anew, how often it is, and how long another process waits for it. In milliseconds. */
export type LockTimes = { leaseMs: number; renewMs: number; lookMs: number; patienceMs: number };

export const usualLockTimes: LockTimes = { leaseMs: 60_000, renewMs: 15_000, lookMs: 250, patienceMs: 300_000 };

/**
 * Runs `work` while no other process does the same; whoever comes second waits. A process that dies holds the lock until its lease is over.
 * @throws CannotStart when the other one is not done in time
 */
export async function withMigrationLock<Result>(
  records: Collection<MigrationRecord>,
  work: () => Promise<Result>,
  { leaseMs, renewMs, lookMs, patienceMs }: LockTimes,
): Promise<Result> {
  const owner = randomUUID();
  const untilMs = performance.now() + patienceMs;
  while (!(await take(records, owner, leaseMs))) {
    if (performance.now() > untilMs)
      throw new CannotStart(
        'Another RemoteHelp brings these data up to date and does not end. Look at what it says, then start again.',
      );
    await wait(lookMs);
  }
  const ended = new AbortController();
  const held = keepHeld(records, owner, { leaseMs, renewMs }, ended.signal);
  try {
    return await work();
  } finally {
    ended.abort();
    await held;
    await records.deleteOne({ _id: lockId, owner });
  }
}

/** Settled by the unique `_id`: an upsert that finds a lock which still holds tries to insert a second one, and may not. */
async function take(records: Collection<MigrationRecord>, owner: string, leaseMs: number): Promise<boolean> {
  const now = Date.now();
  const free = { _id: lockId, until: { $lte: new Date(now) } };
  try {
    await records.updateOne(free, { $set: { owner, until: new Date(now + leaseMs) } }, { upsert: true });
    return true;
  } catch (cause) {
    if (cause instanceof MongoServerError && cause.code === 11_000) return false;
    throw cause;
  }
}

async function keepHeld(
  records: Collection<MigrationRecord>,
  owner: string,
  { leaseMs, renewMs }: Pick<LockTimes, 'leaseMs' | 'renewMs'>,
  ended: AbortSignal,
): Promise<void> {
  while (!ended.aborted) {
    await wait(renewMs, undefined, { signal: ended }).catch(() => {
      // The work has ended; the loop sees that.
    });
    if (ended.aborted) return;
    await records.updateOne({ _id: lockId, owner }, { $set: { until: new Date(Date.now() + leaseMs) } }).catch(() => {
      // Held anew at the next turn. Should the lease end before, another process runs the same steps, which is harmless.
    });
  }
}
