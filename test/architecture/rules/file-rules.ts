/** How files may be. Each rule gives its faults, one line each. */
import { occurrences } from '../source-files.ts';
import type { SourceFile } from '../source-files.ts';

export const maxLines = 300;
const emptyNames = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager', 'managers'];

/** The only places that read the environment: each program's config, and the first file, which hands it over. */
const environmentReaders = [
  'server/main.ts',
  'customer-host/main.ts',
  'server/config/',
  'customer-host/config/',
  'customer-host/config.ts',
  'customer-host/package/',
];

export function tooLong(files: readonly SourceFile[]): string[] {
  return files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > maxLines)
    .map(({ path, lines }) => `${path} has ${lines}`);
}

/** Files and folders whose names say nothing. */
export function namedAfterNothing(files: readonly SourceFile[]): string[] {
  return files
    .map(({ path }) => path)
    .filter((path) => path.split(/[/.\-_]/).some((word) => emptyNames.includes(word.toLowerCase())));
}

export function strayEnvironmentReaders(files: readonly SourceFile[]): string[] {
  const others = files.filter(({ path }) => !environmentReaders.some((home) => path.startsWith(home)));
  return occurrences(others, /\bprocess\s*\.\s*env\b|\bprocess\s*\[\s*['"]\s*['"]/g);
}

/** A `catch` that is empty and does not say why. */
export function swallowedErrors(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text, code }) =>
    [...code.matchAll(/\bcatch\s*(?:\([^)]*\)\s*)?\{\s*\}/g)]
      .filter(({ index, 0: found }) => !/\/[/*]/.test(text.slice(index, index + found.length)))
      .map(({ index }) => `${path}:${text.slice(0, index).split('\n').length}`),
  );
}

/** Code that takes any certificate: whoever sits in the middle would be believed. */
export function unverifiedCertificates(files: readonly SourceFile[]): string[] {
  return occurrences(files, /\brejectUnauthorized\s*:(?!\s*(?:true|boolean)\b)|\bcheckServerIdentity\s*[:=(]/g);
}

/** Codes of the catalogue that no program throws. */
export function neverThrown(codes: readonly string[], sources: readonly SourceFile[]): string[] {
  const thrown = new Set(
    sources.flatMap(({ text, code }) =>
      [...code.matchAll(/\bnew AppError\(\s*['"]/g)].map(
        ({ index, 0: start }) => /^[^'"]*/.exec(text.slice(index + start.length))?.[0],
      ),
    ),
  );
  return codes.filter((code) => !thrown.has(code));
}
