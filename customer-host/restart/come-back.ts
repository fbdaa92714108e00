/**
 * Coming back after a restart that the customer has agreed to: the program lies in a private folder with a ticket for one use and with what
 * was granted, and the desktop starts it at the next signing in. All of it goes when it is used, or at the next start when it is too old.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import { Consent } from '../../shared/contract/consent.ts';
import type { Ticket } from '../../shared/contract/identifiers.ts';
import { RETURN_WITHIN_MS } from '../../shared/contract/restart-standing.ts';
import { Moment } from '../../shared/contract/text.ts';
import { autostartEntry } from './autostart-entry.ts';

const PREFIX = 'remotehelp-comes-back-';
const NOTE = 'return.json';

/** What was when the computer was restarted. */
const Note = v.strictObject({
  /** By this computer's clock. */
  at: Moment,
  consents: v.pipe(v.array(Consent), v.maxLength(10)),
});

/** Where this user's programs keep what they need, and what starts with the desktop. */
export interface ReturnPlaces {
  readonly cache: string;
  readonly autostart: string;
}

export interface ReturnPlan {
  readonly places: ReturnPlaces;
  readonly ticket: Ticket;
  readonly consents: readonly Consent[];
  readonly now: number;
  /** This program's file as it runs, to be copied: it may be gone from its folder. `undefined` for one that runs from its sources. */
  readonly program: string | undefined;
  /** The words that start it, for the file it lies in then. */
  readonly start: (file: string) => readonly string[];
}

/** Prepares the return. Answers what takes it back. Throws what the file system does; nothing is left then. */
export function prepareReturn({ places, ticket, consents, now, program, start }: ReturnPlan): () => void {
  mkdirSync(places.cache, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(places.cache, PREFIX));
  const entry = entryOf(places, folder);
  const takeBack = () => {
    rmSync(entry, { force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const note: v.InferOutput<typeof Note> = { at: now, consents: [...consents] };
    writeFileSync(join(folder, NOTE), JSON.stringify(note), { mode: 0o600, flag: 'wx' });
    const file = join(folder, `RemoteHelp-${ticket}`);
    if (program !== undefined) copyFileSync(program, file);
    mkdirSync(places.autostart, { recursive: true, mode: 0o700 });
    const words = [...start(file), RETURNS, folder];
    writeFileSync(entry, autostartEntry(words), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    takeBack();
    throw error;
  }
  return takeBack;
}

/** The word that says on the command line that this is a return; the folder follows. */
export const RETURNS = '--returns';

/** What a program that comes back finds. `too-late`: it has nothing to do any more. */
export type Return = { readonly consents: readonly Consent[] } | 'too-late';

/** Reads and removes what was prepared; `undefined` when this is no return. A folder that is none of ours is left alone. */
export function takeReturn(words: readonly string[], places: ReturnPlaces, now: number): Return | undefined {
  const at = words.indexOf(RETURNS);
  const folder = at === -1 ? undefined : words[at + 1];
  if (folder === undefined) return undefined;
  if (dirname(folder) !== places.cache || !basename(folder).startsWith(PREFIX)) return 'too-late';
  const note = read(join(folder, NOTE));
  rmSync(entryOf(places, folder), { force: true });
  // The program itself lies in it, and runs on without its file.
  rmSync(folder, { recursive: true, force: true });
  if (note === undefined || now - note.at > RETURN_WITHIN_MS || note.at > now + RETURN_WITHIN_MS) return 'too-late';
  return { consents: note.consents };
}

function entryOf({ autostart }: ReturnPlaces, folder: string): string {
  return join(autostart, `${basename(folder)}.desktop`);
}

function read(path: string): v.InferOutput<typeof Note> | undefined {
  try {
    const parsed = v.safeParse(Note, JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // Gone, or damaged: there is nothing to come back to.
    return undefined;
  }
}
