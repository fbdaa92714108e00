import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The repository's root, absolute. */
export const root = resolve(import.meta.dirname, '../..');

/** One row of a table: its cells as written. */
export type Row = readonly string[];

/** The text of a file of the repository. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/**
 * What stands under a heading, up to the next one of its level or above; throws when there is no such heading. Lines
 * in fenced code are no headings.
 */
export function section(text: string, heading: string): string {
  const lines = text.split('\n');
  const levels = headingLevels(lines);
  const start = lines.findIndex((line, index) => levels[index] !== undefined && titleOf(line) === heading);
  if (start < 0) throw new Error(`There is no heading “${heading}”.`);
  const level = levels[start] ?? 0;
  const end = levels.findIndex((other, index) => index > start && other !== undefined && other <= level);
  return lines.slice(start + 1, end < 0 ? undefined : end).join('\n');
}

/** The rows of the tables in a text, without heads and rules. */
export function rows(text: string): Row[] {
  const tables = text.split(/\n(?!\|)/).map((block) => block.split('\n').filter((line) => line.startsWith('|')));
  return tables.flatMap((lines) => lines.slice(2)).map(cells);
}

/** The words set as code, in their order: `a`, `b`. */
export function codeWords(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word);
}

/** Where the links and pictures of a text lead, as written. */
export function linkTargets(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)|<img\b[^>]*?\bsrc="([^"]+)"/g)].map(
    ([, link, picture]) => link ?? picture ?? '',
  );
}

/** The anchors that a text's headings make. */
export function anchors(text: string): string[] {
  const lines = text.split('\n');
  const levels = headingLevels(lines);
  return lines
    .filter((_line, index) => levels[index] !== undefined)
    .map((line) =>
      titleOf(line)
        .toLowerCase()
        .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    );
}

function headingLevels(lines: readonly string[]): (number | undefined)[] {
  let inCode = false;
  return lines.map((line) => {
    if (line.startsWith('```')) inCode = !inCode;
    return inCode ? undefined : /^(#{1,6}) /.exec(line)?.[1]?.length;
  });
}

function titleOf(line: string): string {
  return line.replace(/^#+ /, '').trim();
}

function cells(line: string): Row {
  return line
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}
