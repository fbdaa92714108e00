import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';

import * as v from 'valibot';

/** The kinds of store that a data folder can hold. */
export type FolderKind = 'mongod' | 'embedded';

const markerSchema = v.object({ kind: v.picklist(['mongod', 'embedded']) });

/**
 * The kind of store that the folder began with, which it keeps; a new folder gets `mongod` when there is one, else `embedded`, and
 * remembers it in store.json. @throws Error when store.json cannot be understood.
 */
export function settleFolderKind(dataFolder: string, mongodPath: string | undefined): FolderKind {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const marker = join(dataFolder, 'store.json');
  if (existsSync(marker)) return readMarker(marker);
  const kind = mongodPath === undefined ? 'embedded' : 'mongod';
  const draft = `${marker}.new`;
  writeFileSync(draft, `${JSON.stringify({ kind })}\n`, { mode: 0o600 });
  renameSync(draft, marker);
  return kind;
}

/** A file that says that a restore into the folder has begun and not ended. */
export function unfinishedRestoreIn(dataFolder: string): string {
  return join(dataFolder, 'restore-unfinished');
}

/** @throws Error when a restore into the folder broke off: its data are in pieces until it is done again */
export function refuseUnfinishedRestore(dataFolder: string): void {
  if (!existsSync(unfinishedRestoreIn(dataFolder))) return;
  const source = readFileSync(unfinishedRestoreIn(dataFolder), 'utf8').trim();
  throw new Error(`a restore into ${dataFolder} broke off. Do it again: npm run data:restore -- ${source}`);
}

/** The path of `mongod` on the PATH, or undefined. */
export function findMongod(path: string): string | undefined {
  const names = process.platform === 'win32' ? ['mongod.exe'] : ['mongod'];
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isExecutable);
}

function readMarker(marker: string): FolderKind {
  try {
    return v.parse(markerSchema, JSON.parse(readFileSync(marker, 'utf8'))).kind;
  } catch (cause) {
    throw new Error(
      `${marker} should say {"kind": "embedded"} or {"kind": "mongod"}. Put a backup of it in its place.`,
      { cause },
    );
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    // Not there or not ours to run: the next folder is asked.
    return false;
  }
}
