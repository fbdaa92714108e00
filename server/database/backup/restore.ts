import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { CannotStart } from '../../cannot-start.ts';
import { checkStoreFile } from '../check/check-store-file.ts';
import { copyDurably, settle, stampOf } from '../durable-files.ts';
import { StoreFileError, StoreFileInUse, openFile } from '../embedded/storage/file.ts';
import { storeFileIn } from '../open-database.ts';
import { counted } from '../progress.ts';
import type { Progress } from '../progress.ts';
import { servedSocket } from '../reach-data.ts';
import { unfinishedRestoreIn } from '../store-kind.ts';
import { besideTheStore, readBackupManifest } from './backup-folder.ts';

/** What was done: how many documents are back, and where the replaced data lie; `undefined` when there were none. */
export type Restored = { documents: number; madeAt: string; replaced: string | undefined };

/**
 * Puts a backup in the place of a data folder's store, and the replaced data aside in that folder. Until it is whole, no server starts on the folder,
 * so that a restore that breaks off is simply done again.
 * @throws CannotStart while a server runs, or when the backup is not whole or is damaged
 */
export async function restore(source: string, dataFolder: string, progress: Progress, now: Date): Promise<Restored> {
  const { madeAt } = readBackupManifest(source);
  progress.say(`Checking the backup of ${madeAt}`);
  const { findings, documents } = checkStoreFile(storeFileIn(source), progress);
  if (!findings.isEmpty && !findings.isOnlyDocuments)
    throw new CannotStart([`The backup in ${source} is damaged. Take another one.`, ...findings.lines].join('\n'));
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  await refuseWhileServed(dataFolder);

  progress.say(`Restoring ${counted(documents)} documents to ${dataFolder}`);
  const names = ['remotehelp.sqlite', ...besideTheStore].filter((name) => existsSync(join(source, name)));
  for (const name of names) copyDurably(join(source, name), incoming(dataFolder, name));
  writeFileSync(unfinishedRestoreIn(dataFolder), `${source}\n`, { mode: 0o600 });
  settle(dataFolder);
  const replaced = putAside(dataFolder, names, now);
  for (const name of names) renameSync(incoming(dataFolder, name), join(dataFolder, name));
  settle(dataFolder);
  rmSync(unfinishedRestoreIn(dataFolder));
  settle(dataFolder);
  return { documents, madeAt, replaced };
}

function incoming(dataFolder: string, name: string): string {
  return join(dataFolder, `${name}.incoming`);
}

async function refuseWhileServed(dataFolder: string): Promise<void> {
  const refusal = `A server has ${dataFolder} open. Stop it, then restore.`;
  if ((await servedSocket(dataFolder)) !== undefined) throw new CannotStart(refusal);
  const file = storeFileIn(dataFolder);
  if (!existsSync(file)) return;
  try {
    openFile(file).close();
  } catch (cause) {
    if (cause instanceof StoreFileInUse) throw new CannotStart(refusal, { cause });
    // Damaged data are what a restore is for.
    if (!(cause instanceof StoreFileError)) throw cause;
  }
}

/* What an older backup does not have, such as the extension's key, stays. */
function putAside(dataFolder: string, coming: readonly string[], now: Date): string | undefined {
  const names = new Set(['remotehelp.sqlite-wal', 'remotehelp.sqlite-shm', ...coming]);
  const there = [...names].filter((name) => existsSync(join(dataFolder, name)));
  if (there.length === 0) return undefined;
  const aside = join(dataFolder, `replaced-${stampOf(now)}`);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const name of there) renameSync(join(dataFolder, name), join(aside, name));
  settle(aside);
  return aside;
}
