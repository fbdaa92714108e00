import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

import { CannotStart } from '../cannot-start.ts';

/** Copies a file for its owner alone; it is on the disk when this returns. */
export function copyDurably(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
  settle(to);
  settle(dirname(to));
}

/** Writes a file for its owner alone; it is on the disk when this returns. */
export function writeDurably(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 });
  settle(path);
  settle(dirname(path));
}

/** Puts what was written to a file, or moved in a folder, on the disk. */
export function settle(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a folder that only its owner can enter. @throws CannotStart when there is something in it already */
export function makeEmptyFolder(path: string): void {
  if (existsSync(path) && readdirSync(path).length > 0)
    throw new CannotStart(`${path} is not empty. Name a new folder, or empty this one.`);
  mkdirSync(path, { recursive: true, mode: 0o700 });
}

/** A moment as the name of a folder: `2026-05-04T10-20-30-000Z`. */
export function stampOf(moment: Date): string {
  return moment.toISOString().replaceAll(/[:.]/g, '-');
}
