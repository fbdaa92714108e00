import assert from 'node:assert/strict';
import { faultList, readSourceFiles } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

const maxLines = 300;
const emptyNames = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager', 'managers'];

const programSources = readSourceFiles(['extension', 'server', 'customer-host', 'shared']);
const tests = readSourceFiles(['test']);
const everything = [
  ...readSourceFiles(['demo']),
  ...programSources,
  ...tests,
  ...readSourceFiles(['scripts'], ['.mjs']),
  ...readSourceFiles(['extension', 'server', 'shared'], ['.css']),
];

/** The only places that read the environment: each program's config, and the first file, which hands it over. */
const environmentReaders = [
  'server/main.ts',
  'customer-host/main.ts',
  'server/config/',
  'customer-host/config/',
  'customer-host/config.ts',
  'customer-host/package/',
];

/** `path:line` of every match in the files' code; words and comments do not count. */
function occurrences(files: SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, code }) =>
    [...code.matchAll(pattern)].map(({ index }) => `${path}:${code.slice(0, index).split('\n').length}`),
  );
}

describe('Files', () => {
  it(`none is longer than ${maxLines} lines`, () => {
    const faults = everything
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > maxLines)
      .map(({ path, lines }) => `${path} has ${lines}`);
    assert.ok(
      faults.length === 0,
      faultList('Such a file has two subjects. Give the second one a file named after it:', faults),
    );
  });

  it('none is named after nothing', () => {
    const faults = everything
      .map(({ path }) => path)
      .filter((path) => path.split(/[/.\-_]/).some((word) => emptyNames.includes(word.toLowerCase())));
    assert.ok(
      faults.length === 0,
      faultList(
        'These names say nothing. Find the noun that the file is about, or put the code where it is used:',
        faults,
      ),
    );
  });

  it('each program reads its environment in one place', () => {
    const others = programSources.filter(({ path }) => !environmentReaders.some((home) => path.startsWith(home)));
    const faults = occurrences(others, /\bprocess\s*\.\s*env\b|\bprocess\s*\[\s*['"]\s*['"]/g);
    assert.ok(
      faults.length === 0,
      faultList('Read the setting in the program’s config, check it there, and hand the value in:', faults),
    );
  });

  it('no error is swallowed without a word', () => {
    const faults = everything.flatMap(({ path, text, code }) =>
      [...code.matchAll(/\bcatch\s*(?:\([^)]*\)\s*)?\{\s*\}/g)]
        .filter(({ index, 0: found }) => !/\/[/*]/.test(text.slice(index, index + found.length)))
        .map(({ index }) => `${path}:${text.slice(0, index).split('\n').length}`),
    );
    assert.ok(
      faults.length === 0,
      faultList('Recover, translate with `cause`, or say in a comment why it may be dropped:', faults),
    );
  });
});

describe('Tests', () => {
  it('none is switched off or run alone', () => {
    const faults = occurrences(
      tests,
      /\b(?:describe|context|it|specify)\s*\.\s*(?:only|skip)\b|\b(?:xit|xdescribe|this\s*\.\s*skip)\s*\(/g,
    );
    assert.ok(
      faults.length === 0,
      faultList('Remove .only and .skip: a test that cannot pass is corrected or deleted:', faults),
    );
  });

  it('each lies in a file that the runner finds', () => {
    const faults = tests
      .filter(({ path, code }) => /^(?:describe|it)\(/m.test(code) && !/\.test\.tsx?$/.test(path))
      .map(({ path }) => path);
    assert.ok(faults.length === 0, faultList('npm test runs *.test.ts and *.test.tsx only. Rename:', faults));
  });

  it('each belongs to a suite', () => {
    const faults = tests
      .map(({ path }) => path)
      .filter((path) => /\.test\.tsx?$/.test(path) && !/^test\/(?:unit|architecture|integration|e2e)\//.test(path));
    assert.ok(
      faults.length === 0,
      faultList('Put it under test/unit, test/integration, test/e2e or test/architecture:', faults),
    );
  });
});
