import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** One `import`, `export … from` or `import()` of a source file. */
export interface ImportStatement {
  /** As written: `./queue-order.ts`, `valibot`. */
  specifier: string;
  /** The imported file's path from the repository's root; undefined for packages and Node's own modules. */
  file: string | undefined;
  /** Erased before it runs, so that it cannot make a cycle at run time. */
  isTypeOnly: boolean;
}

/** A file of the project. `path` is relative to the repository's root, with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
  /** The text with comments and the contents of strings blanked, lines kept: for rules about code, not about words. */
  code: string;
  imports: ImportStatement[];
}

/** The files under these folders whose names end in one of the endings, sorted; throws when a folder is missing. */
export function readSourceFiles(folders: string[], endings = ['.ts', '.tsx']): SourceFile[] {
  return folders
    .flatMap((folder) => filesUnder(join(root, folder)))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map(readSourceFile)
    .toSorted((a, b) => a.path.localeCompare(b.path));
}

/** `path:line` of every match in the files' code; words and comments do not count. */
export function occurrences(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, code }) =>
    [...code.matchAll(pattern)].map(({ index }) => `${path}:${code.slice(0, index).split('\n').length}`),
  );
}

/** The name of an imported package: `valibot`, `@roamhq/wrtc`; undefined for files and Node's own modules. */
export function packageOf({ specifier, file }: ImportStatement): string | undefined {
  if (file !== undefined || specifier.startsWith('node:')) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** For an assertion's message: each fault on a line of its own, after what to do about it. */
export function faultList(advice: string, faults: string[]): string {
  return `${advice}\n  ${faults.join('\n  ')}\n`;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist', 'results'].includes(entry.name) ? [] : filesUnder(path);
    return [path];
  });
}

function readSourceFile(absolutePath: string): SourceFile {
  return asSourceFile(relative(root, absolutePath).replaceAll('\\', '/'), readFileSync(absolutePath, 'utf8'));
}

/** A file as the rules see it, wherever its text comes from. */
export function asSourceFile(path: string, text: string): SourceFile {
  const code = blankWords(text);
  return { path, text, code, imports: importsOf(path, text, code) };
}

const token = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

/** Template strings stay, because code stands in them. */
function blankWords(text: string): string {
  return text.replaceAll(token, (found) => {
    if (found.startsWith('/')) return blank(found);
    return found.startsWith('`') ? found : found.charAt(0) + blank(found.slice(1, -1)) + found.charAt(0);
  });
}

function blank(words: string): string {
  return words.replaceAll(/[^\n]/g, ' ');
}

const statement =
  /\b(?<word>import|export)\s+(?<type>type\s)?(?<names>[\w\s{},*$]*?)\s*from\s*['"](?<from>[^'"\n]+)['"]|\bimport\s*\(?\s*['"](?<bare>[^'"\n]+)['"]/g;

function importsOf(path: string, text: string, code: string): ImportStatement[] {
  // What a comment or a string says is blank in `code`, so its keyword is missing there.
  const found = [...text.matchAll(statement)].filter(({ index }) => /^(?:import|export)/.test(code.slice(index)));
  return found.map(({ groups = {} }) => {
    const specifier = groups['from'] ?? groups['bare'] ?? '';
    const isFile = specifier.startsWith('.');
    const file = isFile ? posix.join(dirname(path), specifier.replace(/\?.*$/, '')) : undefined;
    return { specifier, file, isTypeOnly: groups['type'] !== undefined };
  });
}
