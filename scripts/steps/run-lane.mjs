/** One mocha on some of a suite's files, in a process group of its own, within its time. */
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { projectRoot, readJson, toolScript } from './project.mjs';
import { markVariable, sendToAll } from './suite-processes.mjs';

/** How long a lane may take to end by itself after its last test. */
const endingLimitMs = 15_000;

/**
 * @typedef {object} LaneOrder
 * @property {import('./suites.mjs').Suite} suite
 * @property {string[]} args test files, and whatever else mocha is to know
 * @property {string} resultFile
 * @property {string} mark by which its processes are known
 * @property {AbortSignal} aborted ends it at once
 * @property {boolean} isShown whether it prints as it goes; else what it printed is handed back
 */

/**
 * @typedef {object} LaneResult
 * @property {number} pid
 * @property {boolean} finished whether it came to its last test
 * @property {{ state: string }[]} tests
 * @property {string[]} complaints what went wrong beside failed tests
 * @property {string} printed
 */

/**
 * @param {LaneOrder} order
 * @returns {Promise<LaneResult>}
 */
export async function runLane({ suite, args, resultFile, mark, aborted, isShown }) {
  rmSync(resultFile, { force: true });
  const child = spawn(process.execPath, mochaCommand(suite, args, resultFile), {
    cwd: projectRoot,
    env: { ...process.env, [markVariable]: mark },
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
    detached: true,
  });
  const pid = child.pid ?? 0;
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (printed += String(part)));
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`)));
  /** @type {string[]} */
  const complaints = [];
  const stop = (/** @type {string} */ reason) => {
    complaints.push(reason);
    sendToAll([-pid], 'SIGKILL');
  };
  const abort = () => stop('interrupted');
  aborted.addEventListener('abort', abort, { once: true });
  const clock = watchTime(suite, resultFile, stop);
  const ending = await ended;
  clearInterval(clock);
  aborted.removeEventListener('abort', abort);
  return { pid, printed, ...readResult(resultFile, complaints, ending) };
}

/**
 * @param {import('./suites.mjs').Suite} suite
 * @param {string[]} args
 * @param {string} resultFile
 */
function mochaCommand(suite, args, resultFile) {
  return [
    '--import=tsx',
    toolScript('mocha'),
    '--reporter=./test/support/reporter.ts',
    `--reporter-option=output=${resultFile}`,
    `--timeout=${suite.testLimitMs}`,
    '--forbid-only',
    // Browsers and desktops leave handles that nobody can wait for; elsewhere an open handle is a bug that should show.
    ...(suite.name === 'e2e' ? ['--exit'] : []),
    ...args,
  ];
}

/**
 * @param {import('./suites.mjs').Suite} suite
 * @param {string} resultFile
 * @param {(reason: string) => void} stop
 */
function watchTime(suite, resultFile, stop) {
  const startedMs = Date.now();
  let finishedMs = 0;
  const clock = setInterval(() => {
    const nowMs = Date.now();
    if (finishedMs === 0 && existsSync(resultFile) && readJson(resultFile).finished) finishedMs = nowMs;
    if (finishedMs > 0 && nowMs - finishedMs > endingLimitMs) {
      clearInterval(clock);
      stop('the tests are done, but something they started keeps their process alive; stop it in an after hook');
    } else if (nowMs - startedMs > suite.suiteLimitMs) {
      clearInterval(clock);
      stop(`took longer than ${suite.suiteLimitMs / 60_000} minutes and was ended`);
    }
  }, 1000);
  return clock;
}

/**
 * @param {string} resultFile
 * @param {string[]} complaints
 * @param {string} ending exit code or signal, in words
 */
function readResult(resultFile, complaints, ending) {
  /** @type {{ finished: boolean, tests: { state: string }[] }} */
  const { finished, tests } = existsSync(resultFile) ? readJson(resultFile) : { finished: false, tests: [] };
  const hasFailed = tests.some(({ state }) => state === 'failed');
  if (complaints.length === 0) {
    if (!finished) complaints.push(`the runner ended before its tests did (${ending})`);
    else if (tests.length === 0) complaints.push('not one test was found');
    else if (ending !== 'exit code 0' && !hasFailed) complaints.push(`the runner ended with ${ending}`);
  }
  return { finished, tests, complaints };
}
