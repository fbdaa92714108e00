/** What processes cost, as Linux counts it. */
import { readFileSync, readdirSync } from 'node:fs';

const TICK_MS = 10;

/** Milliseconds of processor time that these processes and all below them have used so far. */
export function processorMs(roots: readonly number[]): number {
  return roots.flatMap(familyOf).reduce((sum, pid) => sum + ownMs(pid), 0);
}

function familyOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(familyOf)];
}

/** The processes that this one has started and that live. A child belongs to the thread that started it. */
export function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    // It has ended in the meantime.
    return [];
  }
}

/** Milliseconds in which a process could have run and had to wait for a core, because others had them all. Its main thread's. */
export function waitedMs(pid: number): number {
  try {
    const [, waitedNs] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return Number(waitedNs) / 1e6;
  } catch {
    // It has ended, or this kernel does not count it.
    return Number.NaN;
  }
}

function ownMs(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold blanks; utime and stime are the 12th and 13th field after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    // It has ended in the meantime.
    return 0;
  }
}
