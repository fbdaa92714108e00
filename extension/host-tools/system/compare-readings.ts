import type { SystemReading, SystemTable } from '../../../shared/contract/system-information.ts';

/** One thing that is not as it was. `before` or `now` is missing where it was not there. */
export interface Difference {
  readonly name: string;
  readonly before?: string;
  readonly now?: string;
}

/** What has changed, come and gone, each in the order in which it is read. */
export interface Differences {
  readonly changed: readonly Difference[];
  readonly added: readonly Difference[];
  readonly gone: readonly Difference[];
}

/**
 * Compares two readings of one category. A row of a table is known by its first cell, and is what its other words say: numbers such as
 * those of a load change with every reading and are left out. Pure.
 */
export function compareReadings(before: SystemReading, now: SystemReading): Differences {
  const [then, present] = [linesOf(before), linesOf(now)];
  const [known, left] = [textsByName(then), textsByName(present)];
  const changed: Difference[] = [];
  const added: Difference[] = [];
  for (const [name, text] of left) {
    const was = known.get(name);
    if (was === undefined) added.push({ name, now: text });
    else if (was !== text) changed.push({ name, before: was, now: text });
  }
  const gone = [...known].filter(([name]) => !left.has(name)).map(([name, text]) => ({ name, before: text }));
  return { changed, added, gone };
}

type Line = readonly [name: string, text: string];

function linesOf({ facts, table }: SystemReading): Line[] {
  const named = facts.map(({ name, value }): Line => [name, value]);
  return table === null ? named : [...named, ...table.rows.map((row) => lineOf(table, row))];
}

function lineOf({ columns }: SystemTable, row: readonly string[]): Line {
  const [name = '', ...rest] = row;
  const words = rest.filter((cell, place) => cell !== '' && columns[place + 1]?.isNumber !== true);
  return [name, words.join(' · ')];
}

/** Several of one name (programs that run twice) are one thing, with all that is said of them in order. */
function textsByName(lines: readonly Line[]): Map<string, string> {
  const texts = new Map<string, Set<string>>();
  for (const [name, text] of lines) texts.set(name, (texts.get(name) ?? new Set()).add(text));
  return new Map([...texts].map(([name, all]) => [name, [...all].toSorted().join(' | ')]));
}
