import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { preparedHost } from '../../server/host-download/prepared-host.ts';
import { HostSystem } from '../../shared/contract/host-system.ts';
import { Finding } from '../integration/host-package/downloaded-host.ts';
import { startWineDesktop } from '../integration/host-on-windows/wine-desktop.ts';
import { spreadOf } from './figures/spread.ts';
import { inMs, printHeading, printTable } from './figures/table.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const TIMES = 11;
const QUICK_TIMES = 3;
const MEGABYTE = 1_000_000;

/** How large the customer's program is on each system, how long it takes to make, and how long to start. */
export async function reportHost(isQuick: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rh-bench-host-'));
  try {
    await reportSizes(folder);
    await reportStarts(folder, isQuick ? QUICK_TIMES : TIMES);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function reportSizes(folder: string): Promise<void> {
  const rows: string[][] = [];
  for (const system of HostSystem.options) {
    // Once before the clock runs: parts are downloaded and compressed only the first time on a machine.
    await prepare(join(folder, 'first'), system, 'customer-host/main.ts');
    const startedAt = performance.now();
    await prepare(join(folder, 'again'), system, 'customer-host/main.ts');
    const seconds = (performance.now() - startedAt) / 1000;
    const { executableBytes, bodyBytes } = await preparedHost(join(folder, 'again'), system);
    const inMb = (bytes: number) => `${(bytes / MEGABYTE).toFixed(1)} MB`;
    rows.push([system, inMb(executableBytes), inMb(bodyBytes), `${seconds.toFixed(1)} s`]);
  }
  printHeading('The customer’s program');
  printTable(['system', 'program', 'download', 'made in, parts at hand'], rows);
}

/** From the start of its process until both native parts are loaded and WebRTC has made an offer. */
async function reportStarts(folder: string, times: number): Promise<void> {
  const rows: string[][] = [];
  for (const system of ['linux-x64', 'windows-x64'] as const) {
    const prepared = join(folder, 'tiny');
    await prepare(prepared, system, 'test/integration/host-package/tiny-host.ts');
    const found = (await readdir(prepared)).find((name) => name.startsWith(`RemoteHelp-${system}-`));
    const executable = join(prepared, v.parse(v.string(), found));
    const starts = system === 'linux-x64' ? await startsHere(executable, times) : await startsInWine(executable, times);
    const { median, slowest, count } = spreadOf(starts);
    const where = system === 'linux-x64' ? 'this machine' : 'under Wine on this machine';
    rows.push([system, where, inMs(median), inMs(slowest), String(count)]);
  }
  printHeading('The customer’s program: started → can offer a connection');
  printTable(['system', 'where', 'median', 'slowest', 'times'], rows);
}

async function startsHere(executable: string, times: number): Promise<number[]> {
  const starts: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const { stdout } = await run(executable, []);
    starts.push(readyAfter(stdout));
  }
  return starts;
}

async function startsInWine(executable: string, times: number): Promise<number[]> {
  const desktop = await startWineDesktop();
  try {
    const program = join(desktop.downloads, 'tiny.exe');
    await copyFile(executable, program);
    const starts: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const started = desktop.start(desktop.windowsPath(program));
      await started.ended(60_000);
      starts.push(readyAfter(started.output()));
    }
    return starts;
  } finally {
    await desktop.stop();
  }
}

function readyAfter(output: string): number {
  return v.parse(Finding, JSON.parse(output.split('\n').find((line) => line.startsWith('{')) ?? '')).readyAfterMs;
}

async function prepare(folder: string, system: HostSystem, entry: string): Promise<void> {
  const script = join(root, 'scripts/host/prepare-host.mjs');
  const cache = join(root, 'dist/host-cache');
  await run(process.execPath, [script, 'https://help.example', folder, cache, '', entry, `--system=${system}`]);
}
