import type { Stats } from 'node:fs';
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir, uptime } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { isAlive, ownIdentity } from './process-identity.ts';

/** How the folders begin that a host unpacks to; nothing else is ever swept. */
export const SCRATCH_PREFIX = 'remotehelp-host-';

const OWNER_FILE = 'owner';
const WITHOUT_OWNER_KEPT_MS = 60_000;

const Owner = v.pipe(
  v.string(),
  v.regex(/^\d{1,10} \d*$/),
  v.transform((line) => line.split(' ')),
  v.transform(([pid, startedAt]) => ({ pid: Number(pid), startedAt: startedAt ?? '' })),
);

/** A private folder of this process. */
export interface ScratchFolder {
  readonly path: string;
  /** Removes the folder with all that is in it. Removing twice is harmless. */
  remove(): void;
}

/** Where to unpack, the best place first; /tmp may forbid running what lies there. */
export function scratchPlaces(): string[] {
  if (process.platform === 'win32') return [tmpdir(), join(homedir(), 'AppData', 'Local')];
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return [...new Set([tmpdir(), '/tmp', cache])];
}

/** Makes a fresh folder that only this user can enter, marked with this process as its owner. */
export function openScratchFolder(place: string): ScratchFolder {
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const path = mkdtempSync(join(place, SCRATCH_PREFIX));
  const { pid, startedAt } = ownIdentity();
  writeFileSync(join(path, OWNER_FILE), `${pid} ${startedAt}`, { mode: 0o600, flag: 'wx' });
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Removes what killed hosts of this user left in a place. Answers the removed folders. */
export function sweepLeftovers(place: string, nowMs: number): string[] {
  return namesIn(place)
    .filter((name) => name.startsWith(SCRATCH_PREFIX))
    .map((name) => join(place, name))
    .filter((path) => isLeftover(path, nowMs) && removed(path));
}

function isLeftover(path: string, nowMs: number): boolean {
  try {
    const folder = lstatSync(path);
    if (!folder.isDirectory() || !isOwn(folder)) return false;
    const owner = ownerOf(path);
    // Where numbers of processes come without their start, they mean nothing after the computer was started again.
    if (owner?.startedAt === '' && folder.mtimeMs < nowMs - uptime() * 1000) return true;
    // Another host may be just about to write its mark.
    return owner ? !isAlive(owner) : nowMs - folder.mtimeMs > WITHOUT_OWNER_KEPT_MS;
  } catch {
    // Somebody else was faster, or it cannot be read: not ours to remove.
    return false;
  }
}

/** Windows keeps a user's folder for temporary files from others, and counts neither users nor permissions so. */
function isOwn({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
}

function ownerOf(path: string): v.InferOutput<typeof Owner> | undefined {
  try {
    const parsed = v.safeParse(Owner, readFileSync(join(path, OWNER_FILE), 'utf8'));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // No mark, or not readable: judged by its age.
    return undefined;
  }
}

function removed(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true });
    return true;
  } catch {
    // Left for the next start; a left-over must never keep a session from starting.
    return false;
  }
}

function namesIn(place: string): string[] {
  try {
    return readdirSync(place);
  } catch {
    // A place that does not exist holds no left-overs.
    return [];
  }
}
