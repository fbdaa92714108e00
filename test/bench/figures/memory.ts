import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Bytes of a process that lie in memory now (RSS), as Linux counts them. */
export function residentBytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  if (kilobytes === undefined) throw new Error(`Process ${pid} has ended`);
  return Number(kilobytes) * 1024;
}

const STILL_WITHIN = 0.005;
const LOOKS = 20;

/** The same once it hardly changes from one second to the next; after twenty looks as it is then. */
export async function settledBytes(pid: number): Promise<number> {
  let before = residentBytes(pid);
  for (let look = 0; look < LOOKS; look += 1) {
    await wait(1000);
    const now = residentBytes(pid);
    if (Math.abs(now - before) <= before * STILL_WITHIN) return now;
    before = now;
  }
  return before;
}
