/** That no test is left out. Each rule gives its faults, one line each. */
import { occurrences } from '../source-files.ts';
import type { SourceFile } from '../source-files.ts';

/** Tests that are switched off, or run alone and so switch off the others. */
export function switchedOff(tests: readonly SourceFile[]): string[] {
  return occurrences(
    tests,
    /\b(?:describe|context|it|specify)\s*\.\s*(?:only|skip)\b|\b(?:xit|xdescribe|xcontext|xspecify|this\s*\.\s*skip)\s*\(/g,
  );
}

/** Files with tests in them that the runner does not look into, because of their names. */
export function misnamed(tests: readonly SourceFile[]): string[] {
  return tests
    .filter(({ path, code }) => /^(?:describe|context|it|specify)\(/m.test(code) && !isTestFile(path))
    .map(({ path }) => path);
}

/** Files of tests that no suite runs, or more than one. */
export function notInOneSuite(tests: readonly SourceFile[], suites: readonly string[]): string[] {
  return tests
    .map(({ path }) => path)
    .filter((path) => isTestFile(path) && suites.filter((suite) => path.startsWith(`test/${suite}/`)).length !== 1);
}

/** Files of tests without a test. */
export function withoutTests(tests: readonly SourceFile[]): string[] {
  return tests
    .filter(({ path, code }) => isTestFile(path) && !/\b(?:it|anEmbeddedStoreOnly)\(/.test(code))
    .map(({ path }) => path);
}

function isTestFile(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}
