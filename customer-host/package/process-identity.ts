import { readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Ticks since the computer started; empty where the system does not tell. */
  readonly startedAt: string;
}

/** This process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startedAt: startTimeOf(process.pid) };
}

/** Whether that very process still runs. */
export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user: it exists, so it is not ours to judge.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return startedAt === '' || startTimeOf(pid) === startedAt;
}

/** The 22nd field of /proc/<pid>/stat; the second, a name in brackets, may hold anything. */
function startTimeOf(pid: number): string {
  if (process.platform !== 'linux') return '';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    // No /proc, or the process is gone: the number alone has to do.
    return '';
  }
}
