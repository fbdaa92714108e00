/** Changes what stands on this computer's disks: new folders, other names, removals. Nothing is ever written over. */
import { link, lstat, mkdir, opendir, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { homedir } from 'node:os';
import { AppError } from '../../../shared/contract/errors.ts';
import { isMissing, troubleText } from './file-trouble.ts';
import { isWithin, kindOf, lookAt, newPathIn } from './own-path.ts';
import { findPlaces } from './browse.ts';

/** The path of the new folder. */
export async function makeFolder(folder: string, name: string): Promise<string> {
  const path = await newPathIn(folder, name);
  await mkdir(path);
  return path;
}

/** Another name in the same folder. The path by the new name. */
export async function renameTo(path: string, name: string): Promise<string> {
  const { kind } = await lookAt(path);
  await assertNoPlace(path, 'renamed');
  const next = await newPathIn(dirname(path), name);
  if (next === path) return path;
  await moveTo(path, next, kind === 'file');
  return next;
}

/**
 * Moves within a disk, and never over what is there: a second name cannot be given where there is one. Folders, links and disks
 * without second names are looked at first.
 */
export async function moveTo(path: string, next: string, isFile: boolean): Promise<void> {
  // Where letters of both sizes are one, a file is in its own way.
  const isSame = path.toLowerCase() === next.toLowerCase() && (await isOneFile(path, next));
  if (isFile && !isSame && (await hasSecondName(path, next))) return unlink(path);
  if (!isSame && (await isThere(next))) throw new AppError('already-exists', { text: 'This name is in use there.' });
  await rename(path, next);
}

async function hasSecondName(path: string, next: string): Promise<boolean> {
  try {
    await link(path, next);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS' || code === 'EOPNOTSUPP' || code === 'EMLINK')
      return false;
    throw error;
  }
}

async function isOneFile(path: string, next: string): Promise<boolean> {
  try {
    const [one, other] = await Promise.all([lstat(path), lstat(next)]);
    return one.ino === other.ino && one.dev === other.dev;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/**
 * Removes a file, a link (not what it leads to) or a folder with all that is in it. Stops when `isOver` says so; `onBegun` is called
 * once, when the first thing is gone, for from then on it has been removed in part.
 */
export async function remove(path: string, isOver: () => boolean, onBegun: () => void): Promise<void> {
  const { kind } = await lookAt(path);
  await assertNoPlace(path, 'removed');
  const removal: Removal = { isOver, onGone: once(onBegun), left: [] };
  if (kind !== 'folder') {
    await unlink(path);
    return removal.onGone();
  }
  await removeFolder(path, removal);
  const [first] = removal.left;
  if (first !== undefined) throw new AppError('not-allowed', { text: leftText(removal.left.length, first) });
}

interface Removal {
  readonly isOver: () => boolean;
  readonly onGone: () => void;
  /** Why something stayed, each. */
  readonly left: string[];
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}

function leftText(count: number, first: string): string {
  return count === 1
    ? `One thing could not be removed. ${first}`
    : `${count} things could not be removed. The first: ${first}`;
}

/** What resists is left, and said. */
async function removeFolder(folder: string, removal: Removal): Promise<void> {
  const { isOver, onGone, left } = removal;
  const before = left.length;
  try {
    for await (const entry of await opendir(folder)) {
      if (isOver()) throw new AppError('not-allowed', { text: 'Stopped: not everything has been removed.' });
      const inside = join(folder, entry.name);
      if (entry.isDirectory()) await removeFolder(inside, removal);
      else await unlink(inside).then(onGone, (error: unknown) => isMissing(error) || left.push(troubleText(error)));
    }
    if (left.length > before) return;
    await rmdir(folder);
    onGone();
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (!isMissing(error)) left.push(troubleText(error));
  }
}

/** Drives and the person's own folder stay, and whatever holds them. */
async function assertNoPlace(path: string, done: string): Promise<void> {
  const places = [...(await findPlaces()).map((place) => place.path), homedir()];
  if (places.some((place) => isWithin(place, path)))
    throw new AppError('not-allowed', { text: `A drive or the person’s own folder cannot be ${done}.` });
}

/** A folder of a copy: one that is there already serves as well. Says whether it is new. */
export async function makeFolderOnce(folder: string, name: string): Promise<boolean> {
  const path = await newPathIn(folder, name);
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    const isInUse = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isInUse || kindOf(await lstat(path)) !== 'folder') throw error;
    return false;
  }
}
