import type { SystemReading } from '../../../shared/contract/system-information.ts';

/** A reading for a mail or a ticket: facts a line each, the table with tabs. Pure. */
export function readingAsText({ facts, table, problem }: SystemReading, title: string): string {
  const lines = [title, ...facts.map(({ name, value }) => `${name}: ${value}`)];
  if (problem !== '') lines.push(problem);
  if (table !== null)
    lines.push(table.columns.map(({ name }) => name).join('\t'), ...table.rows.map((row) => row.join('\t')));
  return `${lines.join('\n')}\n`;
}
