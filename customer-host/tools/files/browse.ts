/** Looks around on this computer: where to begin, what stands in a folder, where a link leads, how much a folder holds. */
import type { Dirent } from 'node:fs';
import { lstat, opendir, readFile, readdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FolderEntry, FolderPage, Place } from '../../../shared/contract/host-files.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { isMissing } from './file-trouble.ts';
import { assertFolder, assertOwnPath, kindOf, lookAt } from './own-path.ts';

/** So many letters of JSON a page; a message of the channel holds 200,000. */
const PAGE_LETTERS = 120_000;
const PAGE_ENTRIES = 500;
/** Counting before a removal gives up at so many. */
const MOST_COUNTED = 100_000;
/** Kinds of Linux file systems that hold people's files. */
const diskKinds =
  /^(?:ext[234]|btrfs|xfs|zfs|f2fs|vfat|exfat|ntfs3?|fuseblk|iso9660|udf|nfs4?|cifs|smb3|hfsplus|apfs|bcachefs)$/u;

/** The person's own folder, and every drive or disk. */
export async function findPlaces(): Promise<Place[]> {
  const found = [await realpath(homedir()).catch(() => undefined), ...(await findDrives())];
  const [home, ...drives] = found;
  return [
    ...(home === undefined ? [] : [{ kind: 'home', path: home } as const]),
    ...[...new Set(drives)].filter((path) => path !== undefined).map((path) => ({ kind: 'drive', path }) as const),
  ];
}

async function findDrives(): Promise<string[]> {
  switch (process.platform) {
    case 'win32': {
      const letters = Array.from({ length: 26 }, (_, nth) => `${String.fromCharCode(65 + nth)}:\\`);
      const there = await Promise.all(
        letters.map((path) =>
          stat(path).then(
            () => true,
            () => false,
          ),
        ),
      );
      return letters.filter((_, nth) => there[nth]);
    }
    case 'darwin': {
      const names = await readdir('/Volumes').catch(() => []);
      // The disk that the system runs from stands there as a link.
      const real = await Promise.all(names.map((name) => realpath(join('/Volumes', name)).catch(() => '/')));
      return ['/', ...real];
    }
    default:
      return ['/', ...drivesOf(await readFile('/proc/self/mounts', 'utf8').catch(() => ''))];
  }
}

/** From lines such as `/dev/sdb1 /media/ana/My\040disk vfat rw 0 0`. Single files that are mounted over others are none. */
export function drivesOf(mounts: string): string[] {
  return mounts.split('\n').flatMap((line) => {
    const [, place = '', kind = ''] = line.split(' ');
    const path = place.replaceAll(/\\([0-7]{3})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)));
    const isOwn = /^\/(?:boot|etc|proc|sys|dev|run\/(?!media)|snap|var\/lib\/(?:docker|snapd))(?:\/|$)/u.test(path);
    return diskKinds.test(kind) && path.startsWith('/') && path !== '/' && !isOwn ? [path] : [];
  });
}

/** A page of a folder, by name, from after a name on. */
export async function listFolder(path: string, after: string | null): Promise<FolderPage> {
  await assertFolder(path);
  const names = (await readdir(path, { withFileTypes: true, encoding: 'buffer' }))
    .map((entry: Dirent<Buffer>) => readName(entry.name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .filter(({ name }) => after === null || name > after);
  const entries: FolderEntry[] = [];
  let letters = 0;
  for (const { name, isText } of names) {
    letters += JSON.stringify(name).length + 100;
    if (entries.length >= PAGE_ENTRIES || letters > PAGE_LETTERS) break;
    entries.push(await describeEntry(path, name, isText));
  }
  const next = entries.length < names.length ? (entries.at(-1)?.name ?? null) : null;
  return { path, parent: dirname(path) === path ? null : dirname(path), entries, next };
}

/** On Linux a name is any bytes. One that is no text cannot be asked for again: it is shown, and that is all. */
function readName(raw: Buffer): { readonly name: string; readonly isText: boolean } {
  const name = raw.toString('utf8');
  return { name, isText: Buffer.from(name, 'utf8').equals(raw) };
}

async function describeEntry(folder: string, name: string, isText: boolean): Promise<FolderEntry> {
  const isHidden = name.startsWith('.');
  const unreadable = { name, kind: 'unreadable', bytes: 0, changedAt: 0, isHidden } as const;
  if (!isText) return unreadable;
  try {
    const stats = await lstat(join(folder, name));
    const kind = kindOf(stats);
    return { name, kind, bytes: kind === 'file' ? stats.size : 0, changedAt: momentOf(stats.mtimeMs), isHidden };
  } catch {
    // Gone a moment ago, or it may not be looked at: its name is all that is known.
    return unreadable;
  }
}

/** A disk may hold any time; what is no moment of ours is the nearest one. */
export function momentOf(ms: number): number {
  return Number.isFinite(ms) ? Math.min(8.64e15, Math.max(0, Math.floor(ms))) : 0;
}

/** Where a link leads that the person has opened as such. */
export async function followLink(path: string): Promise<{ path: string; kind: FolderEntry['kind'] }> {
  const { kind } = await lookAt(path);
  if (kind !== 'link') return { path, kind };
  const target = await realpath(path).catch((error: unknown) => {
    if (isMissing(error)) throw new AppError('not-found', { text: 'This link leads to nothing.' });
    throw error;
  });
  return { path: target, kind: kindOf(await lstat(target)) };
}

/** What stands under a name, if anything. */
export async function lookFor(
  path: string,
): Promise<{ kind: FolderEntry['kind'] | null; bytes: number; changedAt: number }> {
  await assertOwnPath(path);
  try {
    const stats = await lstat(path);
    return { kind: kindOf(stats), bytes: stats.size, changedAt: momentOf(stats.mtimeMs) };
  } catch (error) {
    if (isMissing(error)) return { kind: null, bytes: 0, changedAt: 0 };
    throw error;
  }
}

/** What is in a folder and in the folders in it; no link is followed. Ends early when `isOver` says so. */
export async function measure(
  path: string,
  isOver: () => boolean,
): Promise<{ files: number; folders: number; bytes: number; isWhole: boolean }> {
  const { kind, stats } = await lookAt(path);
  const sum = { files: 0, folders: 0, bytes: 0, isWhole: true };
  if (kind !== 'folder') return { ...sum, files: 1, bytes: kind === 'file' ? stats.size : 0 };
  const open = [path];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    sum.folders += 1;
    const entries = await opendir(folder).catch((error: unknown) => {
      if (folder === path) throw error;
      // What may not be looked into is said as not counted.
      sum.isWhole = false;
      return [];
    });
    for await (const entry of entries) {
      if (isOver() || sum.files + sum.folders >= MOST_COUNTED) return { ...sum, isWhole: false };
      const inside = join(folder, entry.name);
      if (entry.isDirectory()) {
        open.push(inside);
        continue;
      }
      sum.files += 1;
      if (entry.isFile())
        sum.bytes += await lstat(inside).then(
          ({ size }) => size,
          () => 0,
        );
    }
  }
  return sum;
}
