/**
 * The processes of a shell. Each shell leads a session of the system's, and what is started in it belongs to that session
 * unless it takes itself out, as services do. Linux tells them; elsewhere only the shell's own group is known.
 */
import { readFileSync, readdirSync } from 'node:fs';

export interface ShellProcess {
  readonly pid: number;
  readonly name: string;
}

/** After the hang-up a process has this long to put its things away. */
export const hangUpGraceMs = 1000;

/** What runs in the session of this shell, the shell itself among it. */
export function processesOf(leader: number): ShellProcess[] {
  return numbersIn('/proc').flatMap((pid) => {
    const process = readProcess(pid);
    return process?.session === leader ? [{ pid, name: process.name }] : [];
  });
}

/** The first program beside the shell that runs in it; `null` for none. */
export function programIn(leader: number): string | null {
  return processesOf(leader).find(({ pid }) => pid !== leader)?.name ?? null;
}

/** Sends a signal to everything in the session. What has ended meanwhile is left out. */
export function signalAll(leader: number, signal: NodeJS.Signals): void {
  for (const { pid } of processesOf(leader)) signalOne(pid, signal);
  // What was started between looking and sending is of this group in most cases; elsewhere than on Linux it is all that is known.
  signalOne(-leader, signal);
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended a moment ago.
  }
}

function numbersIn(folder: string): number[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    // A system without this folder.
    return [];
  }
}

/** The name stands in brackets and may have brackets and blanks itself; the sixth field is the session. */
function readProcess(pid: number): { readonly name: string; readonly session: number } | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = line.lastIndexOf(')');
    const session = Number(line.slice(end + 2).split(' ')[3]);
    return { name: line.slice(line.indexOf('(') + 1, end), session };
  } catch {
    // It ended while the others were read.
    return undefined;
  }
}
