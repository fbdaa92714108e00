/** The test suites: how long a test and a whole suite may take, and what must be there first. */

const second = 1000;
const minute = 60 * second;

/**
 * @typedef {object} Suite
 * @property {string} name also the folder under test/
 * @property {number} testLimitMs for one test or hook
 * @property {number} suiteLimitMs for the whole suite, after which its processes are ended
 * @property {boolean} onBuiltProgram whether the built server, pages and extension are needed
 * @property {number} [lanes] so many of its files run at a time, where there are cores for it; one unless given
 * @property {string[]} [alone] files, by the ends of their paths, that measure what others at the same time would disturb
 * @property {boolean} onDesktop whether browsers and X servers are needed
 */

/** @type {Suite[]} in the order in which they run: the quickest answer first */
export const suites = [
  { name: 'unit', testLimitMs: 5 * second, suiteLimitMs: 5 * minute, onBuiltProgram: false, onDesktop: false },
  { name: 'architecture', testLimitMs: 20 * second, suiteLimitMs: 2 * minute, onBuiltProgram: false, onDesktop: false },
  {
    name: 'integration',
    testLimitMs: minute,
    suiteLimitMs: 40 * minute,
    onBuiltProgram: true,
    onDesktop: true,
    // Much of their time servers and clients wait for the disk, for each other, or for a while to be over.
    lanes: 2,
    alone: ['guessed-accounts.test.ts', 'same-answer.test.ts', 'own-hand.test.ts', 'flooded-sign-in.test.ts'],
  },
  { name: 'e2e', testLimitMs: 3 * minute, suiteLimitMs: 25 * minute, onBuiltProgram: true, onDesktop: true },
];
