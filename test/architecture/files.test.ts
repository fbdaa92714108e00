import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { errorCatalogue } from '../../shared/contract/errors.ts';
import { root } from './markdown.ts';
import {
  maxLines,
  namedAfterNothing,
  neverThrown,
  strayEnvironmentReaders,
  swallowedErrors,
  tooLong,
  unverifiedCertificates,
} from './rules/file-rules.ts';
import { misnamed, notInOneSuite, switchedOff, withoutTests } from './rules/test-rules.ts';
import { faultList, readSourceFiles } from './source-files.ts';

const programSources = readSourceFiles(['extension', 'server', 'customer-host', 'shared']);
const tests = readSourceFiles(['test']);
const tools = [...readSourceFiles(['demo']), ...readSourceFiles(['scripts'], ['.mjs'])];
const everything = [
  ...programSources,
  ...tests,
  ...tools,
  ...readSourceFiles(['extension', 'server', 'shared'], ['.css']),
];

function holds(title: string, advice: string, find: () => string[]): void {
  it(title, () => {
    const faults = find();
    assert.ok(faults.length === 0, faultList(advice, faults));
  });
}

describe('Files', () => {
  holds(
    `none is longer than ${maxLines} lines`,
    'Such a file has two subjects. Give the second one a file named after it:',
    () => tooLong(everything),
  );

  holds(
    'none is named after nothing',
    'These names say nothing. Find the noun that the file is about, or put the code where it is used:',
    () => namedAfterNothing(everything),
  );

  holds(
    'each program reads its environment in one place',
    'Read the setting in the program’s config, check it there, and hand the value in:',
    () => strayEnvironmentReaders(programSources),
  );

  holds(
    'no error is swallowed without a word',
    'Recover, translate with `cause`, or say in a comment why it may be dropped:',
    () => swallowedErrors(everything),
  );

  holds(
    'no program takes a certificate that it cannot verify',
    'Trust an authority (TLS_CA) instead; nothing may switch checking off:',
    () => unverifiedCertificates([...programSources, ...tools]),
  );

  holds('every error code is thrown somewhere', 'Take the code out of shared/contract/errors.ts, or throw it:', () =>
    neverThrown(Object.keys(errorCatalogue), programSources),
  );
});

describe('Tests', () => {
  holds(
    'none is switched off or run alone',
    'Remove .only and .skip: a test that cannot pass is corrected or deleted:',
    () => switchedOff(tests),
  );

  holds('each lies in a file that the runner finds', 'npm test runs *.test.ts and *.test.tsx only. Rename:', () =>
    misnamed(tests),
  );

  it('each belongs to one suite that npm test runs', async () => {
    const suites = await suiteNames();
    const faults = notInOneSuite(tests, suites);
    assert.ok(faults.length === 0, faultList(`Put it under one of test/${suites.join(', test/')}:`, faults));
  });

  it('each suite has a folder, and no other folder has tests', async () => {
    const folders = readdirSync(join(root, 'test')).filter((name) =>
      tests.some(({ path }) => path.startsWith(`test/${name}/`) && path.includes('.test.')),
    );
    assert.deepEqual(folders.toSorted(), (await suiteNames()).toSorted());
  });

  holds('each file of tests has some', 'Write the test, or remove the file:', () => withoutTests(tests));
});

/** The suites as the runner knows them. */
async function suiteNames(): Promise<string[]> {
  const module: unknown = await import(pathToFileURL(join(root, 'scripts/steps/suites.mjs')).href);
  return v.parse(v.object({ suites: v.array(v.object({ name: v.string() })) }), module).suites.map(({ name }) => name);
}
