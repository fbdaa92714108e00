/** Durable appends to session logs, and what the disk alone takes for as many. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import { ClientEntryId, SessionId } from '../../../shared/contract/identifiers.ts';
import { processorMs } from '../figures/processor-time.ts';
import { spreadOf } from '../figures/spread.ts';
import type { Spread } from '../figures/spread.ts';
import { timeOf } from '../figures/time-of.ts';
import type { BenchStore } from './bench-store.ts';
import { entryOf } from './fill.ts';

export interface Appends {
  readonly perSecond: number;
  /** From sending an entry to its acknowledgement. */
  readonly times: Spread;
  /** Of the store, in per cent of one core. */
  readonly processor: number;
}

const newId = () => randomBytes(16).toString('base64url');

/** Each writer appends to a session of its own, the next entry when the last is acknowledged. */
export async function measureAppends(store: BenchStore, writers: number, seconds: number): Promise<Appends> {
  const startedAt = performance.now();
  const usedBefore = processorMs([store.pid()]);
  const until = startedAt + seconds * 1000;
  const times: number[] = [];
  const write = async () => {
    const session = v.parse(SessionId, newId());
    for (let seq = 1; performance.now() < until; seq += 1) {
      const record = entryOf(session, seq, v.parse(ClientEntryId, newId()));
      times.push(await timeOf(() => store.entries.collection.insertOne(record)));
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  const tookMs = performance.now() - startedAt;
  return {
    perSecond: times.length / (tookMs / 1000),
    times: spreadOf(times),
    processor: ((processorMs([store.pid()]) - usedBefore) / tookMs) * 100,
  };
}

const PAGE_BYTES = 4096;

/** A page written and `fdatasync`, again and again, on the disk where the store lies: nobody is more durable more often. */
export function measureDisk(folder: string, seconds: number): Omit<Appends, 'processor'> {
  const path = join(folder, 'disk-alone');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(PAGE_BYTES);
  const times: number[] = [];
  const startedAt = performance.now();
  while (performance.now() < startedAt + seconds * 1000) {
    const before = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    times.push(performance.now() - before);
  }
  const perSecond = times.length / ((performance.now() - startedAt) / 1000);
  closeSync(file);
  rmSync(path);
  return { perSecond, times: spreadOf(times) };
}
