/**
 * `npm run check`: types of every program, lint, format and dead code, two at a time; no warning is let through.
 * `node scripts/check.mjs types:server lint` runs only these; `node scripts/check.mjs types` every program's types.
 */
import { ensureInstalled } from './steps/install.mjs';
import { Problem, runScript } from './steps/progress.mjs';
import { requireNodeVersion, toolScript } from './steps/project.mjs';
import { runCommand } from './steps/run-process.mjs';

const sideBySide = 2;

const programs = [
  'server',
  'extension',
  'customer-host',
  'server/web',
  'test',
  'demo',
  'shared/contract',
  'shared/ui',
  'shared/link',
  'scripts',
];

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {() => string[]} command script of the tool and its arguments
 * @property {string} repair what to do when it fails
 */

/** @type {Check[]} */
const checks = [
  ...programs.map((program) => ({
    name: `types:${program}`,
    command: () => [toolScript('typescript', 'tsc'), '-p', program],
    repair: 'correct the types',
  })),
  {
    name: 'lint',
    command: () => [toolScript('oxlint'), '--type-aware', '--deny-warnings', '--report-unused-disable-directives'],
    repair: 'correct them; npx oxlint --type-aware --fix does the simple ones',
  },
  {
    name: 'format',
    command: () => [toolScript('prettier'), '--check', '--log-level=warn', '.'],
    repair: 'npx prettier --write .',
  },
  {
    name: 'dead-code',
    command: () => [toolScript('knip'), '--no-progress', '--treat-config-hints-as-errors'],
    repair: 'remove what nothing uses, or name its entry point in knip.json',
  },
];

await runScript(async () => {
  requireNodeVersion();
  await ensureInstalled();
  const waiting = chooseChecks(process.argv.slice(2));
  /** @type {Check[]} */
  const failed = [];
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await passes(check))) failed.push(check);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
  for (const { name, repair } of failed) console.log(`\nFailed: ${name} (${repair})`);
  if (failed.length === 0) console.log('\nAll checks passed');
  return failed.length === 0 ? 0 : 1;
});

/**
 * @param {string[]} asked names, or what stands before their colon
 * @returns {Check[]}
 */
function chooseChecks(asked) {
  const unknown = asked.filter((word) => !checks.some(({ name }) => isAsked(name, word)));
  if (unknown.length > 0) {
    throw new Problem(`There is no check ${unknown.join(', ')}. Known: ${checks.map(({ name }) => name).join(', ')}`);
  }
  return checks.filter(({ name }) => asked.length === 0 || asked.some((word) => isAsked(name, word)));
}

/**
 * @param {string} name
 * @param {string} word
 */
function isAsked(name, word) {
  return name === word || name.startsWith(`${word}:`);
}

/**
 * @param {Check} check
 * @returns {Promise<boolean>}
 */
async function passes({ name, command }) {
  const startedMs = Date.now();
  const { code, output } = await runCommand(process.execPath, command());
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(output.trim().replaceAll(/^/gm, '    '));
  return code === 0;
}
