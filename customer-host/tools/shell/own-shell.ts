/** Which program a new command line is: the user's own shell, begun as at a sign-in, so that it is set up as usual. */
import { accessSync, constants } from 'node:fs';
import { userInfo } from 'node:os';
import { basename } from 'node:path';

export interface ShellCommand {
  readonly command: string;
  readonly words: readonly string[];
}

/** Shells of accounts that nobody is meant to sign in to. */
const noShells: ReadonlySet<string> = new Set(['nologin', 'false', 'sync']);

/** The shell of the user who runs this program, or the system's. */
export function ownShell(platform: NodeJS.Platform): ShellCommand {
  if (platform === 'win32') return { command: 'powershell.exe', words: ['-NoLogo'] };
  const named = userInfo().shell ?? '';
  const command = [named, '/bin/bash', '/bin/sh'].find(isShell) ?? '/bin/sh';
  return { command, words: ['-l'] };
}

function isShell(path: string): boolean {
  if (!path.startsWith('/') || noShells.has(basename(path))) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there or not to be started: the next one serves.
    return false;
  }
}
