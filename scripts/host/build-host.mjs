/**
 * Prepares the customer host of one server: a single executable with the server's address inside, and its compressed
 * form for downloads. The server calls this when it starts; prepared once, it costs only reading the inputs.
 */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { bundleHost } from './bundle-host.mjs';
import { makeExecutable } from './make-executable.mjs';
import { addonAssets } from './native-addons.mjs';
import { ensureNodeRuntime, nodeRuntime } from './node-runtime.mjs';

/**
 * @typedef {object} HostOrder
 * @property {string} root the project's folder
 * @property {string} origin the server that this host belongs to, such as https://help.example
 * @property {string} [organisation] its name, for the host's first window
 * @property {string} [authority] PEM certificates of the only authorities that may vouch for the server
 * @property {string} outFolder where `host.json`, the body and the executable go
 * @property {string} cacheFolder where downloads and compressed parts stay
 * @property {(line: string) => void} log one line for people at each longer step
 * @property {string} [entry] main file, relative to root; the host's own unless a test says otherwise
 */

/**
 * @typedef {object} PreparedHost
 * @property {string} executable path of the plain executable
 * @property {number} executableBytes
 * @property {number} bodyBytes bytes of a download without its small first member
 * @property {boolean} isNew false when everything was there already
 */

/**
 * Prepares the host. Two calls at once, also from two processes, end with one whole result; a broken one leaves the
 * previous result untouched.
 * @param {HostOrder} order
 * @returns {Promise<PreparedHost>}
 * @throws with a sentence for people when the runtime cannot be had; with esbuild's own message when sources are wrong
 */
export async function buildHost(order) {
  const root = resolve(order.root);
  const { origin, organisation, authority, outFolder, cacheFolder, log } = order;
  mkdirSync(outFolder, { recursive: true });
  mkdirSync(cacheFolder, { recursive: true });

  const bundle = await bundleHost(root, order.entry ?? 'customer-host/main.ts');
  const server = JSON.stringify({ origin, organisation, authority });
  const key = keyOf([
    bundle,
    server,
    nodeRuntime.sha256,
    ...builderSources(),
    readFileSync(join(root, 'package-lock.json')),
  ]);
  const known = preparedBefore(outFolder, key);
  if (known) return known;

  removeBroken(outFolder);
  const node = await ensureNodeRuntime(cacheFolder, log);
  const assets = await addonAssets(root, cacheFolder, log);
  const work = mkdtempSync(join(outFolder, 'making-'));
  try {
    log('Putting the customer host together');
    const executable = await makeExecutable({ node, bundle, assets, server, work, cacheFolder });
    log('Compressing the customer host for downloads');
    return await publish(executable, work, outFolder, key, origin);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {readonly (string | Uint8Array)[]} inputs
 * @returns {string} 16 hex digits
 */
function keyOf(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(`${input.length}\0`).update(input);
  return hash.digest('hex').slice(0, 16);
}

function builderSources() {
  const folder = import.meta.dirname;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .sort()
    .map((name) => readFileSync(join(folder, name)));
}

/**
 * @param {string} outFolder
 * @param {string} key
 * @returns {PreparedHost | undefined}
 */
function preparedBefore(outFolder, key) {
  const list = join(outFolder, 'host.json');
  if (!existsSync(list)) return undefined;
  const { key: found, body, executable, executableBytes, bodyBytes } = JSON.parse(readFileSync(list, 'utf8'));
  const isWhole =
    found === key &&
    sizeOf(join(outFolder, body)) === bodyBytes &&
    sizeOf(join(outFolder, executable)) === executableBytes;
  return isWhole ? { executable: join(outFolder, executable), executableBytes, bodyBytes, isNew: false } : undefined;
}

/**
 * What a killed build left; younger ones may be at work in another process.
 * @param {string} outFolder
 */
function removeBroken(outFolder) {
  for (const name of readdirSync(outFolder).filter((each) => each.startsWith('making-'))) {
    const path = join(outFolder, name);
    if (Date.now() - statSync(path).mtimeMs > 3_600_000) rmSync(path, { recursive: true, force: true });
  }
}

/** @param {string} file */
function sizeOf(file) {
  return existsSync(file) ? statSync(file).size : -1;
}

/**
 * Moves the result to its place; `host.json` last, because it says that the rest is there.
 * @param {string} executable
 * @param {string} work
 * @param {string} outFolder
 * @param {string} key
 * @param {string} origin
 * @returns {Promise<PreparedHost>}
 */
async function publish(executable, work, outFolder, key, origin) {
  const names = { executable: `RemoteHelp-${key}`, body: `body-${key}.gz` };
  const executableBytes = sizeOf(executable);
  await compressBody(executable, executableBytes, join(work, names.body));
  const bodyBytes = sizeOf(join(work, names.body));
  const list = join(work, 'host.json');
  writeFileSync(list, JSON.stringify({ format: 1, key, origin, ...names, executableBytes, bodyBytes }, undefined, 2));
  renameSync(executable, join(outFolder, names.executable));
  renameSync(join(work, names.body), join(outFolder, names.body));
  renameSync(list, join(outFolder, 'host.json'));
  removeOlder(outFolder, Object.values(names));
  return { executable: join(outFolder, names.executable), executableBytes, bodyBytes, isNew: true };
}

/**
 * One gzip member with the executable and the end of a tar archive; the member before it, with the file's name, is made
 * for each download.
 * @param {string} executable
 * @param {number} bytes
 * @param {string} target
 */
async function compressBody(executable, bytes, target) {
  const end = Buffer.alloc(((512 - (bytes % 512)) % 512) + 1024);
  async function* contents() {
    yield* createReadStream(executable);
    yield end;
  }
  await pipeline(Readable.from(contents(), { objectMode: false }), createGzip({ level: 6 }), createWriteStream(target));
}

/**
 * Earlier results; a download that runs has its file open and goes on.
 * @param {string} outFolder
 * @param {readonly string[]} current
 */
function removeOlder(outFolder, current) {
  for (const name of readdirSync(outFolder)) {
    if (/^(RemoteHelp-[0-9a-f]{16}|body-[0-9a-f]{16}\.gz)$/.test(name) && !current.includes(name)) {
      rmSync(join(outFolder, name), { force: true });
    }
  }
}
