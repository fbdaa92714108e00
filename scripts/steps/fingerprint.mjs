/** Tells whether sources changed since something was built from them. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inProject, projectRoot } from './project.mjs';

/**
 * A hash over names and contents. Contents and not times: a checkout touches every file.
 * @param {string[]} inputs files and folders, relative to the repository; missing ones count as empty
 * @param {string[]} [ignored] folders left out, relative to the repository
 * @returns {string} 64 hex digits
 */
export function fingerprint(inputs, ignored = []) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesUnder(inProject(input), ignored))) {
    const content = readFileSync(file);
    hash.update(`${relative(projectRoot, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path absolute
 * @param {string[]} ignored
 * @returns {string[]} absolute paths, sorted
 */
function filesUnder(path, ignored) {
  if (!existsSync(path) || ignored.includes(relative(projectRoot, path))) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name), ignored));
}
