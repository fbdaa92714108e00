import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';
import { endStore, startStore } from '../integration/database/a-store.ts';
import { readCaseFile } from './case-file.ts';
import { reportOf } from './report.ts';
import { runCase } from './run-case.ts';
import type { Outcome } from './run-case.ts';

/**
 * `npm run test:conformance -- <folder of cases> --source="<repository and commit>"`: runs the cases on a new embedded store and writes
 * docs/conformance.md. It ends with 1 when a case fails.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { source: { type: 'string', default: 'an unnamed place' } },
});
const [folder] = positionals;
if (folder === undefined)
  throw new Error('Name the folder with the .json files of the cases; docs/conformance.md says where they are from.');

const report = new URL('../../docs/conformance.md', import.meta.url).pathname;
const store = await startStore();
try {
  const outcomes = await runAll(folder);
  const text = reportOf(outcomes, {
    source: values.source,
    version: await versionOf(),
    driver: driverVersion(),
  });
  writeFileSync(report, await format(text, { ...(await resolveConfig(report)), filepath: report }));
  for (const { file, title, reason } of outcomes.filter(({ result }) => result === 'fail'))
    console.log(`${file}: ${title}\n    ${reason}`);
  const counted = (result: Outcome['result']): number => outcomes.filter((one) => one.result === result).length;
  console.log(`\n${counted('pass')} passed, ${counted('fail')} failed, ${counted('refused')} refused by name`);
  process.exitCode = counted('fail') > 0 ? 1 : 0;
} finally {
  await endStore(store);
}

async function runAll(cases: string): Promise<Outcome[]> {
  const version = await versionOf();
  const outcomes: Outcome[] = [];
  for (const name of readdirSync(cases)
    .filter((each) => each.endsWith('.json'))
    .sort()) {
    const file = readCaseFile(join(cases, name));
    for (const test of file.tests)
      outcomes.push(await runCase({ uri: store.uri, client: store.client, version }, file, test));
  }
  if (outcomes.length === 0) throw new Error(`There are no cases in ${cases}.`);
  return outcomes;
}

async function versionOf(): Promise<string> {
  const info = await store.db.admin().buildInfo();
  return v.parse(v.string(), info['version']);
}

function driverVersion(): string {
  const manifest = new URL('../../node_modules/mongodb/package.json', import.meta.url);
  const { name, version } = v.parse(
    v.object({ name: v.string(), version: v.string() }),
    JSON.parse(readFileSync(manifest, 'utf8')),
  );
  return `${name} ${version}`;
}
