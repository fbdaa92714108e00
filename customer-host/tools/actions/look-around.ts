/** Looks at what the customer's computer has for special actions. */
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { ScriptSystem } from '../../../shared/contract/script.ts';
import { linuxMeans } from './linux-means.ts';
import { macosMeans } from './macos-means.ts';
import { windowsMeans } from './windows-means.ts';
import type { AllMeans, Surroundings } from './action-means.ts';

type Variables = Surroundings['variables'];

const meansOf: Readonly<Record<ScriptSystem, (around: Surroundings) => AllMeans>> = {
  linux: linuxMeans,
  windows: windowsMeans,
  macos: macosMeans,
};

/** How scripts and actions call the system; what is neither Windows nor macOS is a Unix with X11. */
export function systemOf(platform: NodeJS.Platform): ScriptSystem {
  if (platform === 'win32') return 'windows';
  return platform === 'darwin' ? 'macos' : 'linux';
}

/** Looked up anew each time: a program may have been installed meanwhile. */
export async function lookAround(platform: NodeJS.Platform, variables: Variables): Promise<AllMeans> {
  const system = systemOf(platform);
  const isRoot = process.getuid?.() === 0;
  const folders = foldersOf(system, variables);
  const program = (name: string) => folders.map((folder) => join(folder, name)).find(isProgram);
  return meansOf[system]({
    variables,
    isRoot,
    program,
    isThere: existsSync,
    mayRestart: system !== 'linux' || isRoot || (await mayRestart(program('busctl'))),
  });
}

/** Windows' own come from its own folder and not from whatever a PATH says. */
function foldersOf(system: ScriptSystem, variables: Variables): string[] {
  if (system !== 'windows') return (variables['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const root = variables['SystemRoot'] ?? variables['SYSTEMROOT'] ?? 'C:\\Windows';
  return [join(root, 'System32'), root];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there, or not to be run.
    return false;
  }
}

/** Windows and macOS let whoever is signed in restart; on Linux the keeper of sessions is asked, by this program. */
function mayRestart(asking: string | undefined): Promise<boolean> {
  if (asking === undefined) return Promise.resolve(false);
  const login = ['org.freedesktop.login1', '/org/freedesktop/login1', 'org.freedesktop.login1.Manager', 'CanReboot'];
  return new Promise((resolve) => {
    execFile(asking, ['call', ...login], { timeout: 2000 }, (error, answer) =>
      resolve(error === null && answer.includes('"yes"')),
    );
  });
}
