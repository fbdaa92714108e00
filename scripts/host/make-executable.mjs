/** One executable out of a runtime, a bundle and its assets (Node's "single executable applications"). */
import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { dressWindows } from './dress-windows.mjs';
import { stripIfPossible } from './native-addons.mjs';
import { signMachO } from './sign-mach-o.mjs';

const run = promisify(execFile);

// From Node's documentation of single executable applications: the place in the runtime where the blob is announced.
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/**
 * @param {object} parts
 * @param {import('./host-systems.mjs').HostSystem} parts.system
 * @param {string} parts.root the project's folder
 * @param {string} parts.runtime path of the checked runtime of that system
 * @param {string} parts.builder path of the same version of Node for this machine
 * @param {string} parts.bundle CommonJS text
 * @param {Record<string, string>} parts.assets asset name to file
 * @param {string} parts.server contents of the asset `server.json`
 * @param {string} parts.organisation may be empty
 * @param {string} parts.work an empty folder
 * @param {string} parts.cacheFolder
 * @returns {Promise<string>} path of the executable, in `work`
 */
export async function makeExecutable(parts) {
  const { system, root, runtime, organisation, work, cacheFolder } = parts;
  const blob = await makeBlob(parts);
  const executable = join(work, 'RemoteHelp');
  const isElf = system.format === 'elf';
  copyFileSync(isElf ? await strippedRuntime(runtime, cacheFolder) : runtime, executable);
  chmodSync(executable, 0o755);
  if (system.format === 'pe') dressWindows(executable, { root, version: versionOf(root), organisation });
  await inject(executable, blob, system);
  if (system.format === 'mach-o') writeFileSync(executable, signMachO(readFileSync(executable), 'RemoteHelp'));
  return executable;
}

/**
 * @param {Parameters<typeof makeExecutable>[0]} parts
 * @returns {Promise<string>} path of the blob
 */
async function makeBlob({ builder, bundle, assets, server, work }) {
  const file = (/** @type {string} */ name) => join(work, name);
  writeFileSync(file('main.cjs'), bundle);
  writeFileSync(file('server.json'), server);
  writeFileSync(
    file('sea.json'),
    JSON.stringify({
      main: file('main.cjs'),
      output: file('sea.blob'),
      disableExperimentalSEAWarning: true,
      useSnapshot: false,
      useCodeCache: false,
      // Otherwise NODE_OPTIONS of the customer's environment would run foreign code inside the host.
      execArgvExtension: 'none',
      execArgv: ['--no-warnings'],
      assets: { ...assets, 'server.json': file('server.json') },
    }),
  );
  // That version of Node writes the blob: its format belongs to it, and without snapshot and code cache to no system.
  chmodSync(builder, 0o755);
  await run(builder, ['--experimental-sea-config', file('sea.json')], { env: {} });
  return file('sea.blob');
}

/**
 * In a process of its own: it works for a second or two without a pause, and prints warnings that mean nothing here.
 * @param {string} executable
 * @param {string} blob
 * @param {import('./host-systems.mjs').HostSystem} system
 */
async function inject(executable, blob, system) {
  const postject = createRequire(import.meta.url).resolve('postject/dist/cli.js');
  const segment = system.format === 'mach-o' ? ['--macho-segment-name', 'NODE_SEA'] : [];
  await run(process.execPath, [postject, executable, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', FUSE, ...segment]);
}

/** @param {string} root */
function versionOf(root) {
  return String(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
}

/**
 * The runtime without its symbols, kept in the cache. Stripped before anything is injected: afterwards it would be
 * taken out again.
 * @param {string} runtime
 * @param {string} cacheFolder
 */
async function strippedRuntime(runtime, cacheFolder) {
  const stripped = join(cacheFolder, `${basename(runtime)}-stripped`);
  if (existsSync(stripped)) return stripped;
  const work = `${stripped}.${process.pid}`;
  copyFileSync(runtime, work);
  await stripIfPossible(work);
  renameSync(work, stripped);
  return stripped;
}
