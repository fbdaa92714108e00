import type { Outcome, Result } from './run-case.ts';

/** Where the cases came from and what they ran on. */
export type Origin = { source: string; version: string; driver: string };

const results: { result: Result; meaning: string }[] = [
  { result: 'pass', meaning: 'as MongoDB' },
  { result: 'fail', meaning: 'not as MongoDB' },
  { result: 'refused', meaning: 'the store does not serve it, and says so by name' },
  { result: 'driver', meaning: 'the driver differs from the case, on whatever server' },
  { result: 'left out', meaning: 'does not apply to a standalone of this version, or to this runner' },
];

/** The whole of docs/conformance.md: counts, and every case that did not pass, with its reason. */
export function reportOf(outcomes: readonly Outcome[], origin: Origin): string {
  const count = (result: Result): number => outcomes.filter((one) => one.result === result).length;
  return [
    '# Conformance of the embedded store',
    '',
    '<!-- Written by `npm run test:conformance`; changes by hand are lost. -->',
    '',
    `MongoDB's public CRUD cases in the unified test format, run through the unmodified driver (${origin.driver}) on the embedded store, which`,
    `answers as a standalone MongoDB ${origin.version}. The cases are not part of this repository. They are from ${origin.source}.`,
    '',
    'To run them: fetch that repository, then `npm run test:conformance -- <folder with the .json files> --source="<where they are from>"`.',
    'Results, stored documents and the commands that the driver sends are compared.',
    '',
    '| result | cases | what it means |',
    '| --- | --- | --- |',
    ...results.map(({ result, meaning }) => `| ${result} | ${count(result)} | ${meaning} |`),
    '',
    '## Failing',
    '',
    ...groups(outcomes, 'fail'),
    '',
    '## Refused by name',
    '',
    'What [store.md](store.md) lists as refused, with the code 238.',
    '',
    ...groups(outcomes, 'refused'),
    '',
    '## Different in the driver',
    '',
    ...groups(outcomes, 'driver'),
    '',
    '## Left out',
    '',
    ...groups(outcomes, 'left out'),
    '',
    '## All files',
    '',
    `| file | ${results.map(({ result }) => result).join(' | ')} |`,
    `| --- | ${results.map(() => '---').join(' | ')} |`,
    ...files(outcomes),
    '',
  ].join('\n');
}

function groups(outcomes: readonly Outcome[], result: Result): string[] {
  const byReason = new Map<string, Outcome[]>();
  for (const one of outcomes) {
    if (one.result === result) byReason.set(one.reason, [...(byReason.get(one.reason) ?? []), one]);
  }
  if (byReason.size === 0) return ['None.'];
  const rows = [...byReason].sort(([, left], [, right]) => right.length - left.length);
  return [
    '| reason | cases | which |',
    '| --- | --- | --- |',
    ...rows.map(([reason, cases]) => `| ${cell(reason)} | ${cases.length} | ${cell(namesOf(cases))} |`),
  ];
}

function namesOf(cases: readonly Outcome[]): string {
  return [...new Set(cases.map(({ file }) => file))].join(', ');
}

function files(outcomes: readonly Outcome[]): string[] {
  const names = [...new Set(outcomes.map(({ file }) => file))];
  return names.map((name) => {
    const ofFile = outcomes.filter(({ file }) => file === name);
    const count = (result: Result): number => ofFile.filter((one) => one.result === result).length;
    return `| ${cell(name)} | ${results.map(({ result }) => count(result)).join(' | ')} |`;
  });
}

function cell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')
    .replaceAll(/[<>*_]/g, '\\$&');
}
