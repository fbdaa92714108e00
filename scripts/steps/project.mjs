/** Where the project lies, what it asks of Node, and where its tools are. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from './progress.mjs';

/** Absolute path of the repository, whatever the working directory is. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * @param {...string} parts
 * @returns {string} an absolute path inside the repository
 */
export function inProject(...parts) {
  return join(projectRoot, ...parts);
}

/**
 * @param {string} path absolute
 * @returns {any} the parsed JSON; throws when the file is missing or is no JSON
 */
export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Throws a `Problem` when this Node is older than package.json's `engines` asks for. */
export function requireNodeVersion() {
  const wanted = String(readJson(inProject('package.json')).engines.node).replace('>=', '');
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Problem(
    `RemoteHelp needs Node ${wanted} or newer; this is Node ${process.versions.node}.\n` +
      'Install the current Node from https://nodejs.org (npm comes with it), then run the same command again.',
  );
}

/**
 * Finds an installed tool's script, to be run with Node itself: shell wrappers differ between systems.
 * @param {string} packageName
 * @param {string} [binName] when the package has several
 * @returns {string} absolute path
 */
export function toolScript(packageName, binName = packageName) {
  const folder = inProject('node_modules', packageName);
  const { bin } = readJson(join(folder, 'package.json'));
  const script = typeof bin === 'string' ? bin : bin?.[binName];
  if (script === undefined) throw new Error(`${packageName} has no command ${binName}`);
  return join(folder, script);
}
