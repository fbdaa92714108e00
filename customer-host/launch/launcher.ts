/** Opens folders and starts programs of this computer after the customer's yes: nothing through a shell, nothing with rights of its own. */
import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import type { Launch, LaunchOutcome } from '../../shared/contract/launch.ts';
import { launchCommand } from './launch-command.ts';
import { ownPath } from './own-path.ts';

export type Launcher = (launch: Launch) => Promise<Exclude<LaunchOutcome, 'refused'>>;

/** What the program was started with that is only the host's own. */
const ownVariables = /^REMOTEHELP_/;

export function createLauncher(
  platform: NodeJS.Platform,
  variables: Readonly<Record<string, string | undefined>>,
): Launcher {
  return async (launch) => {
    const path = ownPath(launch.path, homedir());
    if (launch.what === 'folder' && !(await isFolder(path))) return 'not-found';
    const { command, words } = launchCommand({ ...launch, path }, platform);
    const env = Object.fromEntries(Object.entries(variables).filter(([name]) => !ownVariables.test(name)));
    return start(command, words, env);
  };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Not there, or not to be looked at: for the customer both are the same.
    return false;
  }
}

/** Resolves as soon as the program runs, or cannot. It lives on when the host has gone. */
function start(command: string, words: readonly string[], env: NodeJS.ProcessEnv): ReturnType<Launcher> {
  return new Promise((resolve) => {
    const failed = (error: unknown) => resolve(isNotThere(error) ? 'not-found' : 'failed');
    try {
      const child = spawn(command, words, { detached: true, stdio: 'ignore', cwd: homedir(), env });
      child.once('spawn', () => {
        child.unref();
        resolve('done');
      });
      child.once('error', failed);
    } catch (error) {
      // Some of what can be wrong with a path (a file that is taken for a folder) is thrown at once.
      failed(error);
    }
  });
}

function isNotThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
