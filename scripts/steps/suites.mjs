/** The test suites: how long a test and a whole suite may take, and what must be there first. */

const second = 1000;
const minute = 60 * second;

/**
 * @typedef {object} Suite
 * @property {string} name also the folder under test/
 * @property {number} testLimitMs for one test or hook
 * @property {number} suiteLimitMs for the whole suite, after which its processes are ended
 * @property {boolean} onBuiltProgram whether the built server, pages and extension are needed
 * @property {boolean} onDesktop whether browsers and X servers are needed
 */

/** @type {Suite[]} in the order in which they run: the quickest answer first */
export const suites = [
  { name: 'unit', testLimitMs: 5 * second, suiteLimitMs: 5 * minute, onBuiltProgram: false, onDesktop: false },
  { name: 'architecture', testLimitMs: 20 * second, suiteLimitMs: 2 * minute, onBuiltProgram: false, onDesktop: false },
  { name: 'integration', testLimitMs: minute, suiteLimitMs: 40 * minute, onBuiltProgram: true, onDesktop: true },
  { name: 'e2e', testLimitMs: 3 * minute, suiteLimitMs: 25 * minute, onBuiltProgram: true, onDesktop: true },
];
