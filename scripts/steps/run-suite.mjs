/** Runs one suite, where it may in two lanes at a time, and puts together the results that they left. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { inProject } from './project.mjs';
import { runLane } from './run-lane.mjs';
import { endLeftovers } from './suite-processes.mjs';

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
  mkdirSync(resultsFolder, { recursive: true });
  rmSync(resultFile, { force: true });
  /** @type {import('./run-lane.mjs').LaneResult[]} */
  const results = [];
  for (const lanes of turnsOf(suite, mochaArgs)) {
    if (aborted.aborted) break;
    const mark = randomUUID();
    const running = lanes.map(async (args, index) => {
      const file = `${resultFile}.${results.length + index}`;
      const result = await runLane({ suite, args, resultFile: file, mark, aborted, isShown: index === 0 });
      rmSync(file, { force: true });
      return result;
    });
    const ended = await Promise.all(running);
    for (const { printed } of ended) process.stdout.write(printed);
    for (const { pid } of ended)
      for (const line of await endLeftovers(pid, mark))
        console.log(`  Left running by the ${suite.name} tests, ended now: ${line}`);
    results.push(...ended);
  }
  return conclude(suite, results, resultFile);
}

/**
 * What runs one after the other, and in each turn the arguments of the lanes that run at a time.
 * @param {import('./suites.mjs').Suite} suite
 * @param {string[]} mochaArgs
 * @returns {string[][][]}
 */
function turnsOf(suite, mochaArgs) {
  if (mochaArgs.some((argument) => /\.tsx?$/.test(argument))) return [[mochaArgs]];
  const { lanes = 1, alone = [] } = suite;
  if (lanes === 1 || availableParallelism() < lanes || mochaArgs.length > 0)
    return [[[...mochaArgs, `test/${suite.name}/**/*.test.{ts,tsx}`]]];
  const files = testFiles(suite);
  const apart = files.filter((file) => alone.some((name) => file.endsWith(`/${name}`)));
  const others = files.filter((file) => !apart.includes(file));
  // By turns, so that of a folder whose tests all take long each lane gets its share.
  const shares = Array.from({ length: lanes }, (_, lane) => others.filter((_file, index) => index % lanes === lane));
  return [[apart], shares].filter((turn) => turn.every((share) => share.length > 0));
}

/** @param {import('./suites.mjs').Suite} suite */
function testFiles({ name }) {
  return readdirSync(inProject(`test/${name}`), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `test/${name}/${file.replaceAll('\\', '/')}`)
    .toSorted();
}

/**
 * @param {import('./suites.mjs').Suite} suite
 * @param {import('./run-lane.mjs').LaneResult[]} lanes
 * @param {string} resultFile
 * @returns {SuiteResult}
 */
function conclude(suite, lanes, resultFile) {
  const tests = lanes.flatMap((lane) => lane.tests);
  const complaints = lanes.flatMap((lane) => lane.complaints);
  const finished = lanes.length > 0 && lanes.every((lane) => lane.finished);
  writeFileSync(`${resultFile}.part`, JSON.stringify({ finished, tests }, null, 1));
  renameSync(`${resultFile}.part`, resultFile);
  const count = (/** @type {string} */ state) => tests.filter((test) => test.state === state).length;
  const failed = count('failed') + (complaints.length > 0 ? 1 : 0);
  return { name: suite.name, passed: count('passed'), failed, skipped: count('pending'), complaints };
}
