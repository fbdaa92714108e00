/**
 * `npm run features`: which rows of docs/features.md no passing test of the last `npm test` proves.
 *
 *   --json                 prints {"proved": {"S0-01": ["title"]}, "unproved": ["S0-04"]} and nothing else
 *   --issue 2              only the rows due in issue 2
 *   --strict               exit code 1 while one of the rows is unproved
 *   --rows, --results      another catalogue file, another folder of results
 *
 * A title that names an unknown row, or more than three, makes it fail always.
 */
import { parseArgs } from 'node:util';
import { provenRows, readFeatureRows, readTestRecords, titleFaults } from './steps/feature-rows.mjs';
import { runScript } from './steps/progress.mjs';
import { inProject } from './steps/project.mjs';

const { values: asked } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    issue: { type: 'string' },
    rows: { type: 'string', default: inProject('docs/features.md') },
    results: { type: 'string', default: inProject('test/results') },
  },
});

await runScript(async () => {
  const rows = readFeatureRows(asked.rows);
  const tests = readTestRecords(asked.results);
  const proven = provenRows(tests, rows);
  const wanted = [...rows.values()].filter(({ due }) => asked.issue === undefined || due === asked.issue);
  const unproved = wanted.filter(({ id }) => !proven.has(id));
  const faults = titleFaults(tests, rows);

  if (asked.json) printJson(wanted, proven);
  else printList(wanted, unproved);
  for (const fault of faults) console.error(fault);
  return faults.length > 0 || (asked.strict && unproved.length > 0) ? 1 : 0;
});

/**
 * @param {import('./steps/feature-rows.mjs').FeatureRow[]} wanted
 * @param {Map<string, string[]>} proven
 */
function printJson(wanted, proven) {
  const ids = wanted.map(({ id }) => id);
  const proved = Object.fromEntries(ids.flatMap((id) => (proven.has(id) ? [[id, proven.get(id)]] : [])));
  console.log(JSON.stringify({ proved, unproved: ids.filter((id) => !proven.has(id)) }, null, 2));
}

/**
 * @param {import('./steps/feature-rows.mjs').FeatureRow[]} wanted
 * @param {import('./steps/feature-rows.mjs').FeatureRow[]} unproved
 */
function printList(wanted, unproved) {
  for (const { id, text, onlyEndToEnd, due } of unproved) {
    const wants = onlyEndToEnd ? 'e2e' : 'e2e or integration';
    console.log(`${id.padEnd(6)} ${text} (${wants}${due === '' ? '' : `, due in issue ${due}`})`);
  }
  console.log(`\n${wanted.length - unproved.length} of ${wanted.length} rows proved`);
}
