/** Limits for a mocha started by hand; `npm test` hands in the same ones suite by suite. */
import { suites } from './scripts/steps/suites.mjs';

const named = suites.filter(({ name }) => process.argv.some((argument) => argument.includes(`test/${name}`)));
const testLimitMs = Math.max(...(named.length > 0 ? named : suites.slice(0, 1)).map((suite) => suite.testLimitMs));

export default { extension: ['ts', 'tsx'], timeout: testLimitMs };
