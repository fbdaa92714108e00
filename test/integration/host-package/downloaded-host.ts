import { execFile } from 'node:child_process';
import { createWriteStream, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { hostDownload } from '../../../server/host-download/host-download.ts';
import { Ticket } from '../../../shared/contract/identifiers.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');

/** The server that the tests' host belongs to. */
export const origin = 'https://help.ostervale.example';

/** The authority that it carries. */
export const authority = '-----BEGIN CERTIFICATE-----\nnot a real one\n-----END CERTIFICATE-----\n';

/** What the tiny host says about itself. */
export const Finding = v.object({
  isPackaged: v.boolean(),
  server: v.object({ origin: v.string(), organisation: v.optional(v.string()), authority: v.optional(v.string()) }),
  ticket: v.optional(v.string()),
  offersData: v.boolean(),
  nativePidIsRight: v.boolean(),
  readyAfterMs: v.number(),
  removal: v.optional(v.object({ removed: v.array(v.string()), kept: v.array(v.string()) })),
});

/** The ticket of every download in these tests. */
export const ticket = v.parse(Ticket, 'abcdefghijklmnopqrstuvwx27');

/** A folder of the customer's with a fresh download in it. */
export interface Download {
  /** The folder that the archive was saved to. */
  readonly folder: string;
  readonly archive: string;
  /** An empty folder that stands for /tmp. */
  readonly temporary: string;
  remove(): Promise<void>;
}

/** Prepares the host as a server does; answers the last line that it says. Compressed parts are kept between runs. */
export async function prepare(outFolder: string): Promise<string> {
  const { stdout } = await run(process.execPath, [
    join(root, 'scripts/host/prepare-host.mjs'),
    origin,
    outFolder,
    join(root, 'dist/host-cache'),
    'Ostervale City Services',
    'test/integration/host-package/tiny-host.ts',
    '--system=linux-x64',
    `--authority=${authorityFile(outFolder)}`,
  ]);
  return stdout.trim().split('\n').at(-1) ?? '';
}

/** A file that looks like an authority's certificate; the tiny host believes nobody and only says what it carries. */
function authorityFile(folder: string): string {
  const file = join(folder, 'authority.crt');
  writeFileSync(file, authority);
  return file;
}

/** Saves the archive as a browser does. */
export async function download(preparedFolder: string): Promise<Download> {
  const base = await mkdtemp(join(tmpdir(), 'host-download-test-'));
  const folder = join(base, 'Downloads');
  const temporary = join(base, 'tmp');
  await mkdir(folder);
  await mkdir(temporary);
  const offered = await hostDownload(preparedFolder, {
    system: 'linux-x64',
    ticket,
    takesGzip: true,
    nowMs: Date.now(),
  });
  const archive = join(folder, offered.fileName);
  await pipeline(offered.stream(), createWriteStream(archive));
  return { folder, archive, temporary, remove: () => rm(base, { recursive: true, force: true }) };
}

/** Unpacks with the system's tar; answers the executable's path. */
export async function unpack(archive: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await run('tar', ['-xzf', archive, '-C', folder]);
  return join(folder, `RemoteHelp-${ticket}`);
}

/** The environment of a customer whose temporary files go to the given folder. */
export function customerEnvironment(temporary: string, more: Record<string, string> = {}): Record<string, string> {
  return { PATH: '/usr/bin:/bin', HOME: temporary, TMPDIR: temporary, ...more };
}

/** Runs the tiny host to its end; answers what it said. */
export async function runHost(
  executable: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ finding: v.InferOutput<typeof Finding>; output: string }> {
  const { stdout, stderr } = await run(executable, [...args], { env, timeout: 30_000 });
  return { finding: v.parse(Finding, JSON.parse(stdout.split('\n').at(0) ?? '')), output: stdout + stderr };
}
