/** The catalogue of features, and which rows the last test results prove. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './progress.mjs';
import { readJson } from './project.mjs';

const maxRowsPerTitle = 3;
const rowId = /^(?:S\d|B|H)-\d+$|^F\d+$/;
/** What looks like a row's id, right or not: a misspelt one must not pass for plain text. */
const idLike = /^(?:S\d|B|H|F)[-–_ ]?\d+$/i;

/**
 * @typedef {object} FeatureRow
 * @property {string} id
 * @property {string} text
 * @property {boolean} onlyEndToEnd whether only tests in test/e2e count
 * @property {string} due number of the issue that owes it; empty for later
 */

/**
 * @typedef {{ title: string, file: string, state: string }} TestRecord
 */

/**
 * @param {string} file the catalogue, markdown
 * @returns {Map<string, FeatureRow>} by id, in the file's order; throws a `Problem` on a malformed or repeated row
 */
export function readFeatureRows(file) {
  /** @type {Map<string, FeatureRow>} */
  const rows = new Map();
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
      const [, id = '', text = '', where = '', due = ''] = cells;
      if (!line.startsWith('|') || !idLike.test(id)) return;
      const at = `${file}:${index + 1}`;
      if (cells.length !== 6 || !rowId.test(id)) throw new Problem(`${at}: a row reads | id | text | where | due |`);
      if (!/^\d*$/.test(due)) throw new Problem(`${at}: "due" is an issue's number or empty, not "${due}"`);
      if (rows.has(id)) throw new Problem(`${at}: ${id} is there twice`);
      rows.set(id, { id, text, onlyEndToEnd: isOnlyEndToEnd(where, at), due });
    });
  if (rows.size === 0) throw new Problem(`${file} has no rows.`);
  return rows;
}

/**
 * @param {string} where
 * @param {string} at for the message
 */
function isOnlyEndToEnd(where, at) {
  const kinds = where.split('/');
  const unknown = kinds.filter((kind) => !['EXT', 'WEB', 'ADM', 'SRV', 'HOST', 'all', 'any', '–'].includes(kind));
  if (unknown.length > 0) throw new Problem(`${at}: "where" is of EXT WEB ADM SRV HOST all any, not "${where}"`);
  return !kinds.every((kind) => kind === 'SRV' || kind === 'HOST' || kind === 'any');
}

/**
 * @param {string} folder
 * @returns {TestRecord[]} every test of the last run, of all suites; throws a `Problem` when there was none
 */
export function readTestRecords(folder) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  if (files.length === 0) throw new Problem(`There are no results in ${folder}. Run npm test first.`);
  return files.flatMap((name) => readJson(join(folder, name)).tests);
}

/**
 * The ids in a title's square brackets: `… [S0-35]`, `… [S0-35] [H-2]` and `… [S0-35, H-2]` all serve.
 * @param {string} title
 * @returns {string[]} as written, also misspelt ones
 */
function idsIn(title) {
  return [...title.matchAll(/\[([^\]]*)\]/g)]
    .map(([, inside = '']) => inside.split(/[,;\s]+/))
    .filter((words) => words.every((word) => idLike.test(word)))
    .flat();
}

/**
 * @param {TestRecord[]} tests
 * @param {Map<string, FeatureRow>} rows
 * @returns {string[]} one sentence for each title that breaks the rules
 */
export function titleFaults(tests, rows) {
  return tests.flatMap(({ title, file }) => {
    const ids = idsIn(title);
    const unknown = ids.filter((id) => !rows.has(id));
    return [
      ...unknown.map((id) => `${file}: "${title}" names ${id}, which is no row of docs/features.md. Correct the id.`),
      ...(ids.length > maxRowsPerTitle
        ? [`${file}: "${title}" names ${ids.length} rows; ${maxRowsPerTitle} is the most. Split the test.`]
        : []),
    ];
  });
}

/**
 * @param {TestRecord[]} tests
 * @param {Map<string, FeatureRow>} rows
 * @returns {Map<string, string[]>} row id → titles of the passing tests that prove it, in the catalogue's order
 */
export function provenRows(tests, rows) {
  const passed = tests.filter(({ state }) => state === 'passed').map((test) => ({ ...test, ids: idsIn(test.title) }));
  /** @type {Map<string, string[]>} */
  const proven = new Map();
  for (const { id, onlyEndToEnd } of rows.values()) {
    const folders = onlyEndToEnd ? ['test/e2e/'] : ['test/e2e/', 'test/integration/'];
    const titles = passed
      .filter(({ ids, file }) => ids.includes(id) && folders.some((folder) => file.startsWith(folder)))
      .map(({ title }) => title);
    if (titles.length > 0) proven.set(id, titles);
  }
  return proven;
}
