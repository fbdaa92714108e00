/** Prepares the customer host of this server while it already serves pages, in a process of its own. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import type { Log } from '../logging/log.ts';

const script = join('scripts', 'host', 'prepare-host.mjs');
const PreparedSizes = v.object({ bodyBytes: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** Whether the host can be fetched. `failed` is until the next start, and the server's log says why. */
export type PreparationState =
  | { readonly at: 'preparing' }
  | { readonly at: 'ready'; readonly folder: string; readonly bytes: number }
  | { readonly at: 'failed' };

export interface HostPreparation {
  state(): PreparationState;
  /** Begins; resolves at once. A second call does nothing. `authorityFile`: whom alone the host is to believe (PEM). */
  start(origin: string, authorityFile?: string): void;
  /** There will be no host on this server. */
  leaveOut(): void;
  /** Ends a preparation under way, and resolves when its process is gone. */
  stop(): Promise<void>;
}

export interface PreparationPlaces {
  /** Where the prepared host of this server lies. */
  readonly outFolder: string;
  /** The project's folder; found from where this program lies unless given. */
  readonly root?: string;
}

export function createHostPreparation(
  { outFolder, root = projectRoot() }: PreparationPlaces,
  log: Log,
): HostPreparation {
  let state: PreparationState = { at: 'preparing' };
  let child: ChildProcess | undefined;
  let ended: Promise<void> | undefined;

  async function prepare(origin: string, authorityFile: string | undefined) {
    const cacheFolder = join(root, 'dist', 'host-cache');
    const words = [join(root, script), origin, outFolder, cacheFolder];
    const pinned = authorityFile === undefined ? [] : [`--authority=${authorityFile}`];
    child = spawn(process.execPath, [...words, ...pinned], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const code = await runToEnd(child, log);
    child = undefined;
    if (code !== 0) {
      state = { at: 'failed' };
      if (code !== null)
        log.error('The customer host could not be prepared. Chat works; screens cannot be shown.', { code });
      return;
    }
    const { bodyBytes } = v.parse(PreparedSizes, JSON.parse(await readFile(join(outFolder, 'host.json'), 'utf8')));
    state = { at: 'ready', folder: outFolder, bytes: bodyBytes };
    // Said here and not by the child: from now on it can be downloaded.
    log.info(`The customer host is ready (${(bodyBytes / 1e6).toFixed(0)} MB to download)`);
  }

  return {
    state: () => state,
    start(origin, authorityFile) {
      ended ??= prepare(origin, authorityFile).catch((error: unknown) => {
        state = { at: 'failed' };
        log.fault('The customer host could not be prepared. Chat works; screens cannot be shown.', error);
      });
    },
    leaveOut() {
      state = { at: 'failed' };
    },
    async stop() {
      child?.kill('SIGTERM');
      await ended;
    },
  };
}

/** Passes on what the process says; its exit code, or `null` when a signal ended it. */
async function runToEnd(child: ChildProcess, log: Log): Promise<number | null> {
  if (child.stdout !== null) createInterface(child.stdout).on('line', (line) => log.info(line));
  if (child.stderr !== null) createInterface(child.stderr).on('line', (line) => log.warn(line));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}

/** The nearest folder above this file that has the script: sources and bundle lie at different depths. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, script))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error(`${script} is nowhere above the server's program. Start it from the project.`);
    folder = parent;
  }
  return folder;
}
