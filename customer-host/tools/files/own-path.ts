/** Paths as the disk has them: no path of a viewer is used before it went through here. */
import type { Stats } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { FileKind } from '../../../shared/contract/host-files.ts';
import { refusedName, refusedPath } from './file-names.ts';

const throughLink = 'This path leads through a link. Open the link itself first.';

const refusedKinds: Readonly<Record<Exclude<FileKind, 'file' | 'folder'>, string>> = {
  link: 'This is a link. Open it first, then take what it leads to.',
  device: 'This is a device, not a file.',
  pipe: 'This is a pipe between programs, not a file.',
  socket: 'This is a connection between programs, not a file.',
  unreadable: 'Its name is no text, so it cannot be opened from here.',
};

/** What something is, itself: a link is a link. */
export function kindOf(stats: Stats): FileKind {
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  if (stats.isFIFO()) return 'pipe';
  return stats.isSocket() ? 'socket' : 'device';
}

/** What stands at a path, and that no link is on the way there. Throws an AppError for a path that may not be used. */
export async function lookAt(path: string): Promise<{ readonly kind: FileKind; readonly stats: Stats }> {
  await assertOwnPath(path);
  const stats = await lstat(path);
  return { kind: kindOf(stats), stats };
}

/** A path that may be used, though nothing may stand there. */
export async function assertOwnPath(path: string): Promise<void> {
  const refused = refusedPath(path, process.platform);
  if (refused !== undefined) throw new AppError('invalid', { text: refused });
  const folder = dirname(path);
  if (folder !== path) await assertSteady(folder);
}

/** A folder that is itself and no link, and that no link leads to. */
export async function assertFolder(path: string): Promise<void> {
  const { kind } = await lookAt(path);
  if (kind === 'link') throw new AppError('not-allowed', { text: throughLink });
  if (kind !== 'folder') throw new AppError('not-found', { text: 'This is no folder (any more).' });
}

/** Asked once more right before and after something is opened, because a folder may be exchanged for a link meanwhile. */
export async function assertSteady(folder: string): Promise<void> {
  if ((await realpath(folder)) !== folder) throw new AppError('not-allowed', { text: throughLink });
}

/** Where something new may come to stand: the folder is steady, the name may be given. */
export async function newPathIn(folder: string, name: string): Promise<string> {
  const refused = refusedName(name, process.platform);
  if (refused !== undefined) throw new AppError('invalid', { text: refused });
  await assertFolder(folder);
  return join(folder, name);
}

/** Throws for what is neither a file nor a folder, each by its name. */
export function assertPlain(kind: FileKind): asserts kind is 'file' | 'folder' {
  if (kind !== 'file' && kind !== 'folder') throw new AppError('not-allowed', { text: refusedKinds[kind] });
}

/** Whether a path is another one, or lies in it. */
export function isWithin(path: string, whole: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (at === whole) return true;
    if (dirname(at) === at) return false;
  }
}
