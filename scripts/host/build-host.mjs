/**
 * Prepares the customer host of one server for one system: a single executable with the server's address inside, and its
 * compressed form for downloads. The server calls this when it starts; prepared once, it costs only reading the inputs.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { bundleHost } from './bundle-host.mjs';
import { builderSystem, hostSystem } from './host-systems.mjs';
import { makeExecutable } from './make-executable.mjs';
import { addonAssets } from './native-addons.mjs';
import { preparedBefore, publish } from './publish-host.mjs';
import { ensurePublished } from './published-parts.mjs';
import { signBy } from './sign-host.mjs';

/**
 * @typedef {object} HostOrder
 * @property {string} root the project's folder
 * @property {string} system such as `linux-x64`; `host-systems.mjs` has them all
 * @property {string} origin the server that this host belongs to, such as https://help.example
 * @property {string} [organisation] its name, for the host's first window
 * @property {string} [authority] PEM certificates of the only authorities that may vouch for the server
 * @property {string} [signer] a program that signs: called with the system and the executable's path
 * @property {string} outFolder where the list, the body and the executable go
 * @property {string} cacheFolder where downloads and compressed parts stay
 * @property {(line: string) => void} log one line for people at each longer step
 * @property {string} [entry] main file, relative to root; the host's own unless a test says otherwise
 */

/**
 * Prepares the host. Two calls at once, also from two processes, end with one whole result; a broken one leaves the
 * previous result untouched.
 * @param {HostOrder} order
 * @returns {Promise<import('./publish-host.mjs').PreparedHost>}
 * @throws with a sentence for people when a part cannot be had or signing fails; with esbuild's own message when sources
 * are wrong
 */
export async function buildHost(order) {
  const root = resolve(order.root);
  const { origin, organisation, authority, outFolder, cacheFolder, log } = order;
  const system = hostSystem(order.system);
  mkdirSync(outFolder, { recursive: true });
  mkdirSync(cacheFolder, { recursive: true });

  const bundle = await bundleHost(root, order.entry ?? 'customer-host/main.ts', system);
  const server = JSON.stringify({ origin, organisation, authority });
  const key = keyOf([
    bundle,
    server,
    order.system,
    system.runtime.sha256,
    order.signer ?? '',
    ...builderSources(),
    readFileSync(join(root, 'package-lock.json')),
  ]);
  const known = preparedBefore(outFolder, order.system, key);
  if (known) return known;

  removeBroken(outFolder);
  const runtime = await ensurePublished(system.runtime, cacheFolder, log);
  const builder = await ensurePublished(builderSystem().runtime, cacheFolder, log);
  const assets = await addonAssets(root, system, cacheFolder, log);
  const work = mkdtempSync(join(outFolder, 'making-'));
  try {
    log(`Putting the customer host for ${order.system} together`);
    const parts = { system, root, runtime, builder, bundle, assets, server, work, cacheFolder };
    const executable = await makeExecutable({ ...parts, organisation: organisation ?? '' });
    if (order.signer !== undefined) await signBy(order.signer, order.system, executable);
    log(`Compressing the customer host for ${order.system}`);
    const about = { system: order.system, key, origin, isSigned: order.signer !== undefined };
    return await publish(executable, about, work, outFolder);
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
 * What a killed build left; younger ones may be at work in another process.
 * @param {string} outFolder
 */
function removeBroken(outFolder) {
  for (const name of readdirSync(outFolder).filter((each) => each.startsWith('making-'))) {
    const path = join(outFolder, name);
    if (existsSync(path) && Date.now() - statSync(path).mtimeMs > 3_600_000) rmSync(path, { recursive: true });
  }
}
