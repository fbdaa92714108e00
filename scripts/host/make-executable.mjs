/** One executable out of a runtime, a bundle and its assets (Node's "single executable applications"). */
import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stripIfPossible } from './native-addons.mjs';
import { nodeRuntime } from './node-runtime.mjs';

const run = promisify(execFile);

// From Node's documentation of single executable applications: the place in the runtime where the blob is announced.
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/**
 * @param {object} parts
 * @param {string} parts.node path of the checked runtime
 * @param {string} parts.bundle CommonJS text
 * @param {Record<string, string>} parts.assets asset name to file
 * @param {string} parts.server contents of the asset `server.json`
 * @param {string} parts.work an empty folder
 * @param {string} parts.cacheFolder
 * @returns {Promise<string>} path of the executable, in `work`
 */
export async function makeExecutable({ node, bundle, assets, server, work, cacheFolder }) {
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
  // The runtime itself writes the blob: its format belongs to that version of Node.
  chmodSync(node, 0o755);
  await run(node, ['--experimental-sea-config', file('sea.json')], { env: {} });
  const executable = file('RemoteHelp');
  copyFileSync(await strippedRuntime(node, cacheFolder), executable);
  chmodSync(executable, 0o755);
  // In a process of its own: it works for a second or two without a pause, and prints warnings that mean nothing here.
  const postject = createRequire(import.meta.url).resolve('postject/dist/cli.js');
  await run(process.execPath, [postject, executable, 'NODE_SEA_BLOB', file('sea.blob'), '--sentinel-fuse', FUSE]);
  return executable;
}

/**
 * The runtime without its symbols, kept in the cache. Stripped before anything is injected: afterwards it would be
 * taken out again.
 * @param {string} node
 * @param {string} cacheFolder
 */
async function strippedRuntime(node, cacheFolder) {
  const stripped = join(cacheFolder, `node-${nodeRuntime.sha256.slice(0, 16)}-stripped`);
  if (existsSync(stripped)) return stripped;
  const work = `${stripped}.${process.pid}`;
  copyFileSync(node, work);
  await stripIfPossible(work);
  renameSync(work, stripped);
  return stripped;
}
