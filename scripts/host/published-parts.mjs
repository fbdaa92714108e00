/** Gets the published files that become the customer host, and makes sure that they are the ones we know. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The path of the checked file, downloaded into the cache folder when it is not there yet.
 * @param {import('./host-systems.mjs').PublishedPart} part
 * @param {string} cacheFolder absolute
 * @param {(line: string) => void} log
 * @returns {Promise<string>}
 * @throws when the network or the registry does not answer, or the file is not the expected one
 */
export async function ensurePublished(part, cacheFolder, log) {
  mkdirSync(cacheFolder, { recursive: true });
  const wanted = join(cacheFolder, `part-${part.sha256.slice(0, 16)}`);
  if (existsSync(wanted) && (await sha256Of(wanted)) === part.sha256) return wanted;

  log(`Downloading a part of the customer host (${part.package}, once)`);
  const work = mkdtempSync(join(cacheFolder, 'fetch-'));
  try {
    const archive = await pack(part.package, work);
    await run('tar', ['-xzf', archive, '-C', work, part.member]);
    const found = join(work, part.member);
    const sha256 = await sha256Of(found);
    if (sha256 !== part.sha256) {
      throw new Error(
        `${part.package} is not the file we know (SHA-256 ${sha256}). The customer host is not built from it.`,
      );
    }
    renameSync(found, wanted);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return wanted;
}

/**
 * @param {string} name of the package, with its version
 * @param {string} folder
 * @returns {Promise<string>} the archive's path
 */
async function pack(name, folder) {
  try {
    // Scripts stay off: we want one file of the package, and run nothing of it before it is checked.
    const args = ['pack', name, '--ignore-scripts', '--json', '--loglevel=error'];
    const { stdout } = await run('npm', args, { cwd: folder, timeout: 600_000, maxBuffer: 64 * 1024 * 1024 });
    return join(folder, fileNameIn(JSON.parse(stdout)));
  } catch (cause) {
    throw new Error(`The customer host needs ${name}, and npm could not get it. Check the network, then start again.`, {
      cause,
    });
  }
}

/**
 * @param {unknown} answer of `npm pack --json`
 * @returns {string}
 */
function fileNameIn(answer) {
  const first = Array.isArray(answer) ? answer[0] : undefined;
  const name = typeof first === 'object' && first !== null && 'filename' in first ? first.filename : undefined;
  if (typeof name !== 'string' || !/^[\w.-]+\.tgz$/.test(name)) throw new Error('npm pack names no file');
  return name;
}

/**
 * @param {string} file
 * @returns {Promise<string>} 64 hex digits
 */
export async function sha256Of(file) {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('hex');
}
