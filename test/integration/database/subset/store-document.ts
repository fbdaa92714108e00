import { readFileSync } from 'node:fs';

/** A line of a table of docs/store.md: what it is about, `served` or the code of the refusal, and the refusal's text. */
export type Line = { name: string; answer: string; text: string };

const document = new URL('../../../../docs/store.md', import.meta.url).pathname;

/** The lines of the table under a heading of docs/store.md. @throws Error when there is none. */
export function linesUnder(heading: string): Line[] {
  const section = readFileSync(document, 'utf8')
    .split(/^## /m)
    .find((part) => part.startsWith(`${heading}\n`));
  const rows = section?.split('\n').filter((line) => line.startsWith('| `')) ?? [];
  if (rows.length === 0) throw new Error(`docs/store.md has no table under '${heading}'`);
  return rows.map((row) => {
    const [, name = '', answer = '', text = ''] = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return { name: name.replace(/^`|`$/g, ''), answer, text: text.replace(/^`|`$/g, '') };
  });
}

/** The names that the table says are served. */
export function servedUnder(heading: string): string[] {
  return linesUnder(heading)
    .filter(({ answer }) => answer === 'served')
    .map(({ name }) => name);
}

/** The lines that the table says are refused. */
export function refusedUnder(heading: string): Line[] {
  return linesUnder(heading).filter(({ answer }) => answer !== 'served');
}
