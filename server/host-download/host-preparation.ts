/** Prepares the customer hosts of this server while it already serves pages, each in a process of its own. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { HostSystem } from '../../shared/contract/host-system.ts';
import type { Log } from '../logging/log.ts';
import { preparedHost } from './prepared-host.ts';

const script = join('scripts', 'host', 'prepare-host.mjs');

/** Whether a host can be fetched. `failed` is until the next start, and the server's log says why. */
export type PreparationState =
  | { readonly at: 'preparing' }
  | {
      readonly at: 'ready';
      readonly folder: string;
      /** Of the download. */
      readonly bytes: number;
      /** Of the program in it. */
      readonly sha256: string;
      readonly signed: boolean;
    }
  | { readonly at: 'failed' };

/** What a host is made with. */
export interface HostMaking {
  readonly origin: string;
  /** Whom alone the host is to believe: a PEM file. */
  readonly authorityFile?: string | undefined;
  /** The program that signs: called with the system's name and the path of what to sign. */
  readonly signer?: string | undefined;
}

export interface HostPreparation {
  state(system: HostSystem): PreparationState;
  /** Begins with the first of these, and does one after the other; resolves at once. A second call does nothing. */
  start(systems: readonly HostSystem[], making: HostMaking): void;
  /** Ends a preparation under way, and resolves when its process is gone. */
  stop(): Promise<void>;
}

export interface PreparationPlaces {
  /** Where the prepared hosts of this server lie. */
  readonly outFolder: string;
  /** The project's folder; found from where this program lies unless given. */
  readonly root?: string;
}

export function createHostPreparation(
  { outFolder, root = projectRoot() }: PreparationPlaces,
  log: Log,
): HostPreparation {
  const states = new Map<HostSystem, PreparationState>();
  let child: ChildProcess | undefined;
  let ended: Promise<void> | undefined;
  let isStopped = false;

  async function prepareAll(systems: readonly HostSystem[], making: HostMaking): Promise<void> {
    for (const system of systems) {
      if (isStopped) return;
      const state = await prepare(system, making).catch((error: unknown) => {
        log.fault(notPrepared(system), error);
        return failed;
      });
      states.set(system, state);
    }
  }

  async function prepare(system: HostSystem, making: HostMaking): Promise<PreparationState> {
    child = spawn(process.execPath, wordsFor(system, making), { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    giveWay(child);
    const code = await runToEnd(child, log);
    child = undefined;
    if (code !== 0) {
      if (code !== null) log.error(notPrepared(system), { code });
      return failed;
    }
    const { bodyBytes, sha256, isSigned } = await preparedHost(outFolder, system);
    // Said here and not by the child: from now on it can be downloaded.
    log.info(`The customer host for ${system} is ready (${(bodyBytes / 1e6).toFixed(0)} MB to download)`);
    return { at: 'ready', folder: outFolder, bytes: bodyBytes, sha256, signed: isSigned };
  }

  function wordsFor(system: HostSystem, { origin, authorityFile, signer }: HostMaking): string[] {
    return [
      ...[join(root, script), origin, outFolder, join(root, 'dist', 'host-cache'), `--system=${system}`],
      ...(authorityFile === undefined ? [] : [`--authority=${authorityFile}`]),
      ...(signer === undefined ? [] : [`--signer=${signer}`]),
    ];
  }

  return {
    state: (system) => states.get(system) ?? failed,
    start(systems, making) {
      if (ended !== undefined) return;
      for (const system of systems) states.set(system, { at: 'preparing' });
      ended = prepareAll(systems, making);
    },
    async stop() {
      isStopped = true;
      child?.kill('SIGTERM');
      await ended;
    },
  };
}

const failed: PreparationState = { at: 'failed' };

function notPrepared(system: HostSystem): string {
  return `The customer host for ${system} could not be prepared. Chat works; screens of that system cannot be shown.`;
}

/** Pages and sessions come first. */
function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system keeps priorities to itself: it is only slower for others.
  }
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
