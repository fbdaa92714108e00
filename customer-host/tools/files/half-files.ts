/** Files that are being received: under a name of their own beside their place, and under the right one only once they are whole. */
import { constants, unlinkSync } from 'node:fs';
import { chmod, lstat, open, rename, statfs, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { InUse } from '../../../shared/contract/host-files.ts';
import { byteSize } from '../../../shared/ui/byte-size.ts';
import { moveTo } from './change-files.ts';
import { otherName } from './file-names.ts';
import { halfName, type HalfLedger } from './half-ledger.ts';
import { isMissing } from './file-trouble.ts';
import { assertSteady, kindOf, newPathIn } from './own-path.ts';

/** So long a file waits for its link to come back. */
const KEPT_FOR_MS = 120_000;
const LOOK_EVERY_MS = 1000;
const MOST_OTHER_NAMES = 1000;
/** What a file is that a program of this person makes; the half one is for nobody else. */
const WHOLE_MODE = 0o666;

export interface HalfFile {
  readonly id: string;
  /** Where it shall stand. */
  readonly target: string;
  readonly bytes: number;
  readonly handle: FileHandle;
  /** Gives it its name. The path that it has then. */
  place(inUse: InUse, changedAt: number): Promise<string>;
  /** The link broke: it stays for a while, as long as `isAllowed`. */
  keep(isAllowed: () => boolean): Promise<void>;
  /** Nobody wants it any more. */
  drop(): Promise<void>;
  /** Called when it is wanted over another link, before this one is known to be broken. It is to be kept then. */
  onSought: () => Promise<void>;
}

export interface HalfFiles {
  begin(folder: string, name: string, bytes: number): Promise<HalfFile>;
  /** One that was kept, for the same place and size; `undefined` when there is none (any more). */
  resume(id: string, folder: string, name: string, bytes: number): Promise<HalfFile | undefined>;
  /** Removes all that are there, at once: the program ends. */
  removeAll(): void;
}

type Kept = {
  readonly path: string;
  readonly target: string;
  readonly bytes: number;
  untilMs: number;
  isAllowed: () => boolean;
};

export function createHalfFiles(ledger: HalfLedger, newId: () => string, now: () => number): HalfFiles {
  /** Every half file on the disk, by its id. */
  const there = new Map<string, string>();
  const kept = new Map<string, Kept>();
  const inUseNow = new Map<string, HalfFile>();
  let looking: ReturnType<typeof setInterval> | undefined;

  function strike(id: string): void {
    there.delete(id);
    ledger.strike(id);
  }

  function look(): void {
    for (const [id, half] of kept) {
      if (half.isAllowed() && now() < half.untilMs) continue;
      kept.delete(id);
      removeNow(id, half.path);
    }
    if (kept.size > 0) return;
    clearInterval(looking);
    looking = undefined;
  }

  function removeNow(id: string, path: string): void {
    try {
      unlinkSync(path);
    } catch (error) {
      if (!isMissing(error))
        return console.error('A file that is not whole stays:', error instanceof Error ? error.message : '');
    }
    strike(id);
  }

  function halfOf(id: string, path: string, target: string, bytes: number, handle: FileHandle): HalfFile {
    let isOver = false;
    const half: HalfFile = {
      id,
      target,
      bytes,
      handle,
      async place(inUse, changedAt) {
        await handle.utimes(new Date(), new Date(changedAt));
        await handle.datasync();
        await handle.close();
        await assertSteady(dirname(target));
        const placed = await settle(path, target, inUse);
        isOver = true;
        inUseNow.delete(id);
        strike(id);
        await chmod(placed, WHOLE_MODE & ~process.umask());
        return placed;
      },
      async keep(isAllowed) {
        if (isOver) return;
        isOver = true;
        inUseNow.delete(id);
        await handle.close();
        kept.set(id, { path, target, bytes, untilMs: now() + KEPT_FOR_MS, isAllowed });
        looking ??= setInterval(look, LOOK_EVERY_MS);
        look();
      },
      async drop() {
        if (isOver) return;
        isOver = true;
        inUseNow.delete(id);
        await handle.close().catch(() => undefined);
        removeNow(id, path);
      },
      onSought: () => Promise.resolve(),
    };
    inUseNow.set(id, half);
    return half;
  }

  return {
    async begin(folder, name, bytes) {
      const target = await newPathIn(folder, name);
      await assertRoom(folder, bytes);
      const id = newId();
      const path = join(folder, halfName(id));
      ledger.note(id, path);
      try {
        const handle = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | noFollow, 0o600);
        there.set(id, path);
        await assertSteady(folder);
        return halfOf(id, path, target, bytes, handle);
      } catch (error) {
        if (there.has(id)) removeNow(id, path);
        else ledger.strike(id);
        throw error;
      }
    },
    async resume(id, folder, name, bytes) {
      await inUseNow.get(id)?.onSought();
      const half = kept.get(id);
      if (half === undefined || half.target !== join(folder, name) || half.bytes !== bytes) return undefined;
      kept.delete(id);
      await assertSteady(folder);
      const handle = await open(half.path, constants.O_RDWR | noFollow);
      return halfOf(id, half.path, half.target, bytes, handle);
    },
    removeAll() {
      for (const [id, path] of there) removeNow(id, path);
      kept.clear();
      clearInterval(looking);
    },
  };
}

/** Said before gigabytes are on their way. What others write meanwhile is met while writing. */
async function assertRoom(folder: string, bytes: number): Promise<void> {
  const disk = await statfs(folder).catch(() => undefined);
  if (disk === undefined) return;
  const free = disk.bavail * disk.bsize;
  if (free < bytes) throw new AppError('store-full', { text: `That disk has only ${byteSize(free)} left.` });
}

/** Windows has no such flag; there the folder is looked at before and after. */
const noFollow = constants.O_NOFOLLOW ?? 0;

/** Moves a whole file to its name, as the person has answered for a name that is in use. */
async function settle(path: string, target: string, inUse: InUse): Promise<string> {
  if (inUse === 'replace') {
    await assertReplaceable(target);
    await rename(path, target);
    return target;
  }
  for (let nth = 1; nth <= MOST_OTHER_NAMES; nth += 1) {
    const next = nth === 1 ? target : join(dirname(target), otherName(basename(target), nth));
    try {
      await moveTo(path, next, true);
      return next;
    } catch (error) {
      if (inUse === 'refuse' || !isInUse(error)) throw error;
    }
  }
  throw new AppError('already-exists');
}

function isInUse(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'already-exists';
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

/** Only a file is replaced by a file: a folder would be lost whole, and of a link nobody sees what it stood for. */
async function assertReplaceable(target: string): Promise<void> {
  try {
    const kind = kindOf(await lstat(target));
    if (kind === 'file') return;
    const what = kind === 'folder' ? 'A folder' : kind === 'link' ? 'A link' : 'Something that is no file';
    throw new AppError('already-exists', { text: `${what} has this name there, and is not replaced by a file.` });
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
