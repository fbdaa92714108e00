/** Runs one suite in a process group of its own, within its time, and reads the results that it left. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, readJson, toolScript } from './project.mjs';
import { endLeftovers, markVariable, sendToAll } from './suite-processes.mjs';

/** How long a suite may take to end by itself after its last test. */
const endingLimitMs = 15_000;

/**
 * @typedef {object} SuiteResult
 * @property {string} name
 * @property {number} passed
 * @property {number} failed one more when the runner itself failed
 * @property {number} skipped
 * @property {string[]} complaints what went wrong beside failed tests
 */

/**
 * @param {import('./suites.mjs').Suite} suite
 * @param {object} how
 * @param {string[]} how.mochaArgs given by hand: test files, --grep …
 * @param {string} how.resultsFolder gets `<suite>.json`
 * @param {AbortSignal} how.aborted ends the suite at once
 * @returns {Promise<SuiteResult>}
 */
export async function runSuite(suite, { mochaArgs, resultsFolder, aborted }) {
  const resultFile = join(resultsFolder, `${suite.name}.json`);
  rmSync(resultFile, { force: true });
  const mark = randomUUID();
  const child = spawn(process.execPath, mochaCommand(suite, mochaArgs, resultFile), {
    cwd: projectRoot,
    env: { ...process.env, [markVariable]: mark },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const pid = child.pid ?? 0;
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
  const leftovers = await endLeftovers(pid, mark);
  for (const line of leftovers) console.log(`  Left running by the ${suite.name} tests, ended now: ${line}`);
  return readResult(suite, resultFile, complaints, ending);
}

/**
 * @param {import('./suites.mjs').Suite} suite
 * @param {string[]} mochaArgs
 * @param {string} resultFile
 */
function mochaCommand(suite, mochaArgs, resultFile) {
  const namesFiles = mochaArgs.some((argument) => /\.tsx?$/.test(argument));
  return [
    '--import=tsx',
    toolScript('mocha'),
    '--reporter=./test/support/reporter.ts',
    `--reporter-option=output=${resultFile}`,
    `--timeout=${suite.testLimitMs}`,
    '--forbid-only',
    // Browsers and desktops leave handles that nobody can wait for; elsewhere an open handle is a bug that should show.
    ...(suite.name === 'e2e' ? ['--exit'] : []),
    ...mochaArgs,
    ...(namesFiles ? [] : [`test/${suite.name}/**/*.test.{ts,tsx}`]),
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
 * @param {import('./suites.mjs').Suite} suite
 * @param {string} resultFile
 * @param {string[]} complaints
 * @param {string} ending exit code or signal, in words
 * @returns {SuiteResult}
 */
function readResult(suite, resultFile, complaints, ending) {
  /** @type {{ finished: boolean, tests: { state: string }[] }} */
  const { finished, tests } = existsSync(resultFile) ? readJson(resultFile) : { finished: false, tests: [] };
  const count = (/** @type {string} */ state) => tests.filter((test) => test.state === state).length;
  const failedTests = count('failed');
  if (complaints.length === 0) {
    if (!finished) complaints.push(`the runner ended before its tests did (${ending})`);
    else if (tests.length === 0) complaints.push('not one test was found');
    else if (ending !== 'exit code 0' && failedTests === 0) complaints.push(`the runner ended with ${ending}`);
  }
  const failed = failedTests + (complaints.length > 0 ? 1 : 0);
  return { name: suite.name, passed: count('passed'), failed, skipped: count('pending'), complaints };
}
