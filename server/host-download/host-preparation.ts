/** Prepares the customer hosts of this server while it already serves pages, each in a process of its own. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { HostSystem } from '../../shared/contract/host-system.ts';
import type { ServerConfig } from '../config/config.ts';
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

export interface HostPreparation {
  state(system: HostSystem): PreparationState;
  /** Begins with the first system, and does one after the other; returns at once. A second call does nothing. */
  start(origin: string): void;
  /** Ends a preparation under way, and resolves when its process is gone. */
  stop(): Promise<void>;
}

/** What hosts are made with, as the settings say. */
export type HostMaking = Pick<ServerConfig, 'dataFolder' | 'preparedHosts' | 'authorityFile' | 'hostSigner'>;

export function createHostPreparation(making: HostMaking, log: Log): HostPreparation {
  const { dataFolder, preparedHosts, authorityFile, hostSigner } = making;
  const outFolder = join(dataFolder, 'host');
  const root = projectRoot();
  const states = new Map<HostSystem, PreparationState>();
  let child: ChildProcess | undefined;
  let ended: Promise<void> | undefined;
  let isStopped = false;

  async function prepareAll(origin: string): Promise<void> {
    for (const system of preparedHosts) {
      if (isStopped) return;
      const state = await prepare(system, origin).catch((error: unknown) => {
        log.fault(notPrepared(system), error);
        return failed;
      });
      states.set(system, state);
    }
  }

  async function prepare(system: HostSystem, origin: string): Promise<PreparationState> {
    child = spawn(process.execPath, wordsFor(system, origin), { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
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

  function wordsFor(system: HostSystem, origin: string): string[] {
    return [
      ...[join(root, script), origin, outFolder, join(root, 'dist', 'host-cache'), `--system=${system}`],
      ...(authorityFile === undefined ? [] : [`--authority=${authorityFile}`]),
      ...(hostSigner === undefined ? [] : [`--signer=${hostSigner}`]),
    ];
  }

  return {
    state: (system) => states.get(system) ?? failed,
    start(origin) {
      if (ended !== undefined) return;
      for (const system of preparedHosts) states.set(system, { at: 'preparing' });
      ended = prepareAll(origin);
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
