/** Where prepared hosts lie: for each system an executable, its compressed body, and a list that says so. */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { hostSystem } from './host-systems.mjs';
import { sha256Of } from './published-parts.mjs';

/**
 * @typedef {object} PreparedHost
 * @property {string} executable path of the plain executable
 * @property {number} executableBytes
 * @property {number} bodyBytes bytes of a download without its small first member
 * @property {string} sha256 of the executable
 * @property {boolean} isNew false when everything was there already
 */

/**
 * @param {string} outFolder
 * @param {string} system
 * @param {string} key of what it would be made of now
 * @returns {PreparedHost | undefined}
 */
export function preparedBefore(outFolder, system, key) {
  const list = join(outFolder, `${system}.json`);
  if (!existsSync(list)) return undefined;
  const { key: found, body, executable, executableBytes, bodyBytes, sha256 } = JSON.parse(readFileSync(list, 'utf8'));
  const isWhole =
    found === key &&
    sizeOf(join(outFolder, body)) === bodyBytes &&
    sizeOf(join(outFolder, executable)) === executableBytes;
  if (!isWhole) return undefined;
  return { executable: join(outFolder, executable), executableBytes, bodyBytes, sha256, isNew: false };
}

/**
 * Moves the result to its place; the list last, because it says that the rest is there.
 * @param {string} executable
 * @param {{ system: string, key: string, origin: string, isSigned: boolean }} about
 * @param {string} work
 * @param {string} outFolder
 * @returns {Promise<PreparedHost>}
 */
export async function publish(executable, about, work, outFolder) {
  const { system, key } = about;
  // Windows runs what is downloaded as it is; elsewhere a file needs its permission to run, which an archive keeps.
  const archive = hostSystem(system).format === 'pe' ? 'none' : 'tar';
  const names = { executable: `RemoteHelp-${system}-${key}`, body: `body-${system}-${key}.gz` };
  const executableBytes = sizeOf(executable);
  const sha256 = await sha256Of(executable);
  const end = archive === 'tar' ? endOfTar(executableBytes) : Buffer.alloc(0);
  await compressBody(executable, end, join(work, names.body));
  const bodyBytes = sizeOf(join(work, names.body));
  const list = join(work, 'list.json');
  const said = { format: 2, ...about, archive, ...names, executableBytes, bodyBytes, sha256 };
  writeFileSync(list, JSON.stringify(said, undefined, 2));
  renameSync(executable, join(outFolder, names.executable));
  renameSync(join(work, names.body), join(outFolder, names.body));
  renameSync(list, join(outFolder, `${system}.json`));
  removeOlder(outFolder, system, Object.values(names));
  return { executable: join(outFolder, names.executable), executableBytes, bodyBytes, sha256, isNew: true };
}

/** @param {string} file */
function sizeOf(file) {
  return existsSync(file) ? statSync(file).size : -1;
}

/** @param {number} bytes of the file before it */
function endOfTar(bytes) {
  return Buffer.alloc(((512 - (bytes % 512)) % 512) + 1024);
}

/**
 * One gzip member with the executable and what follows it; where there is an archive, the member before it, with the
 * file's name, is made for each download.
 * @param {string} executable
 * @param {Buffer} end
 * @param {string} target
 */
async function compressBody(executable, end, target) {
  async function* contents() {
    yield* createReadStream(executable);
    yield end;
  }
  await pipeline(Readable.from(contents(), { objectMode: false }), createGzip({ level: 6 }), createWriteStream(target));
}

/**
 * Earlier results; a download that runs has its file open and goes on.
 * @param {string} outFolder
 * @param {string} system
 * @param {readonly string[]} current
 */
function removeOlder(outFolder, system, current) {
  const made = new RegExp(`^(RemoteHelp-${system}-[0-9a-f]{16}|body-${system}-[0-9a-f]{16}\\.gz)$`);
  // What was made before there were several systems.
  const madeEarlier = /^(RemoteHelp-[0-9a-f]{16}|body-[0-9a-f]{16}\.gz|host\.json)$/;
  for (const name of readdirSync(outFolder)) {
    if ((made.test(name) || madeEarlier.test(name)) && !current.includes(name)) rmSync(join(outFolder, name));
  }
}
