/**
 * `npm test`: installs what the tests need, builds, runs every suite, and ends with the line `N passed, N failed`.
 * `node scripts/test.mjs unit e2e` runs only these; `--results=<folder>` keeps the results elsewhere than in test/results;
 * `--uri=mongodb://…` lets the store's own tests run on that MongoDB, in databases that they remove; anything else on the command line (a file, --grep) goes to mocha.
 */
import { ensureBuilt, targetNames } from './steps/build-targets.mjs';
import { ensurePackages } from './steps/debian-packages.mjs';
import { ensureInstalled } from './steps/install.mjs';
import { whenNpmEnds } from './steps/parent-watch.mjs';
import { reportFailure, runScript } from './steps/progress.mjs';
import { inProject, requireNodeVersion } from './steps/project.mjs';
import { runSuite } from './steps/run-suite.mjs';
import { suites } from './steps/suites.mjs';

const resultsFlag = '--results=';
const uriFlag = '--uri=';

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupted.abort());
whenNpmEnds(() => interrupted.abort());

await runScript(async () => {
  const given = process.argv.slice(2);
  const named = suites.filter(({ name }) => given.includes(name));
  const chosen = named.length > 0 ? named : suites;
  const resultsOption = given.find((argument) => argument.startsWith(resultsFlag));
  const resultsFolder = resultsOption?.slice(resultsFlag.length) ?? inProject('test/results');
  const uri = given.find((argument) => argument.startsWith(uriFlag));
  if (uri !== undefined) process.env['STORE_TEST_URI'] = uri.slice(uriFlag.length);
  const mochaArgs = given.filter(
    (word) => word !== resultsOption && word !== uri && !named.some(({ name }) => name === word),
  );
  /** @type {import('./steps/run-suite.mjs').SuiteResult[]} */
  const results = [];
  try {
    await prepare(chosen);
    for (const suite of chosen) {
      if (interrupted.signal.aborted) break;
      console.log(`\n=== ${suite.name} ===`);
      results.push(await runSuite(suite, { mochaArgs, resultsFolder, aborted: interrupted.signal }));
    }
  } catch (error) {
    reportFailure(error);
    results.push({ name: 'preparation', passed: 0, failed: 1, skipped: 0, complaints: ['see above'] });
  }
  return conclude(results);
});

/** @param {import('./steps/suites.mjs').Suite[]} chosen */
async function prepare(chosen) {
  requireNodeVersion();
  await ensureInstalled();
  if (chosen.some((suite) => suite.onDesktop)) await ensurePackages(['desktop']);
  if (chosen.some((suite) => suite.onBuiltProgram)) await ensureBuilt(targetNames);
}

/**
 * Prints the counts, by suite and then alone on the last line.
 * @param {import('./steps/run-suite.mjs').SuiteResult[]} results
 * @returns {number} exit code
 */
function conclude(results) {
  console.log();
  for (const result of results) {
    console.log(`${result.name}: ${counts(result)}`);
    for (const complaint of result.complaints) console.log(`  ${complaint}`);
  }
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) => results.reduce((total, r) => total + r[key], 0);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  console.log(`\n${counts(total)}`);
  if (interrupted.signal.aborted) return 130;
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** @param {{ passed: number, failed: number, skipped: number }} of */
function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
