/** Makes node_modules match the lockfile, and costs a few milliseconds when it does already. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Problem, step } from './progress.mjs';
import { inProject, readJson } from './project.mjs';
import { runCommand } from './run-process.mjs';

const lockfile = inProject('package-lock.json');
const stampFile = inProject('node_modules', '.remotehelp-installed');

/** Native packages are built for one Node ABI on one system. */
const nativeStamp = ` ${process.platform}-${process.arch} abi ${process.versions.modules}\n`;

/** Runs `npm ci` when node_modules is missing, half-made, made from another lockfile or for another Node. */
export async function ensureInstalled() {
  const wanted = wantedStamp();
  const found = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (found === wanted) return;
  const isOtherNode = found !== '' && !found.endsWith(nativeStamp);
  if (isOtherNode || !isInstalledByHand()) {
    await step('Installing packages (npm ci, one to three minutes the first time)', installPackages);
  }
  writeFileSync(stampFile, wanted);
}

function wantedStamp() {
  return createHash('sha256').update(readFileSync(lockfile)).digest('hex') + nativeStamp;
}

/** npm writes its own record last, so it is complete only after an install that was; ours is missing or old after a plain `npm ci` or `npm install`. */
function isInstalledByHand() {
  const record = inProject('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readJson(record).packages;
  const wanted = readJson(lockfile).packages;
  const isSame = (/** @type {string} */ path) => installed[path]?.version === wanted[path]?.version;
  return (
    Object.keys(installed).every(isSame) &&
    Object.keys(wanted).every((path) => path === '' || wanted[path].optional || isSame(path))
  );
}

async function installPackages() {
  // Development packages are asked for by name: a NODE_ENV of production would leave the builders out.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npmScript = process.env.npm_execpath;
  const { code, output } = await (
    npmScript?.endsWith('.js')
      ? runCommand(process.execPath, [npmScript, ...args])
      : runCommand('npm', args, { shell: process.platform === 'win32' })
  ).catch((/** @type {unknown} */ cause) => {
    throw new Problem('npm could not be started. It comes with Node: https://nodejs.org', { cause });
  });
  if (code === 0) return;
  const said = output.split('\n').filter((line) => line.trim() !== '' && !/^npm error\s+at /.test(line));
  throw new Problem(`npm ci failed (exit code ${code}):\n\n${said.slice(-20).join('\n')}\n\n${adviceFor(output)}`);
}

/** @param {string} output what npm said */
function adviceFor(output) {
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|network/i.test(output)) {
    return 'The package registry cannot be reached. Check the network, or tell npm your proxy: npm config set https-proxy http://…';
  }
  if (/EACCES|EPERM/.test(output)) {
    return 'This user may not write here. Make the folder your own, and end programs that use its node_modules.';
  }
  if (/ENOSPC/.test(output)) return 'The disk is full: about 1 GB is needed.';
  if (/node-gyp|prebuild/.test(output)) {
    return 'A native package could not be downloaded or built. Use a current Node 20, 22 or 24, or install a C++ compiler and Python.';
  }
  return 'Correct what npm names above, then run the same command again.';
}
