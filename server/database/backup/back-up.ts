import { chmodSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import Database from 'better-sqlite3';
import type { Db } from 'mongodb';

import { CannotStart } from '../../cannot-start.ts';
import { checkStoreFile } from '../check/check-store-file.ts';
import type { StoreCheck } from '../check/check-store-file.ts';
import { copyDurably, makeEmptyFolder, settle, writeDurably } from '../durable-files.ts';
import { backupCommand } from '../embedded/upkeep/backup-command.ts';
import { storeFileIn } from '../open-database.ts';
import type { Progress } from '../progress.ts';
import { backupManifestIn, besideTheStore } from './backup-folder.ts';
import type { BackupManifest } from './backup-folder.ts';

/** What is to be backed up, where to, and when it is. */
export type BackupOrder = { db: Db; dataFolder: string; target: string; progress: Progress; now: Date };

const lookMs = 500;

/**
 * Copies everything that the embedded store holds at one moment, the server's secret with it, into a new folder, while the server goes on; then checks
 * the copy from end to end.
 * @throws CannotStart when it cannot be made, or when what was copied is damaged
 */
export async function backUp({ db, dataFolder, target, progress, now }: BackupOrder): Promise<StoreCheck> {
  makeEmptyFolder(target);
  const file = storeFileIn(target);
  progress.say(`Copying to ${target}`);
  await copyStore(db, file, storeFileIn(dataFolder), progress);
  for (const name of besideTheStore) {
    if (existsSync(join(dataFolder, name))) copyDurably(join(dataFolder, name), join(target, name));
  }
  progress.say('Checking the copy');
  const check = checkStoreFile(file, progress);
  if (!check.findings.isEmpty && !check.findings.isOnlyDocuments) {
    throw new CannotStart(
      [
        `The data are damaged, and so is this copy of them in ${target}. Keep older backups.`,
        ...check.findings.lines,
      ].join('\n'),
    );
  }
  const manifest: BackupManifest = { remotehelpBackup: 1, madeAt: now.toISOString(), documents: check.documents };
  writeDurably(backupManifestIn(target), `${JSON.stringify(manifest)}\n`);
  return check;
}

/**
 * Copies the store as it is at one moment into a new file. Its own process does that; how far it is shows in the size of the copy.
 * @throws CannotStart when it cannot
 */
export async function copyStore(db: Db, file: string, source: string, progress: Progress): Promise<void> {
  const finished = new AbortController();
  const watching = (async () => {
    while (!finished.signal.aborted) {
      if (existsSync(file)) progress.meanwhile(() => `  ${megabytes(file)} of ${megabytes(source)} MB`);
      await wait(lookMs, undefined, { signal: finished.signal }).catch(() => {
        // The copy is finished; the loop sees that.
      });
    }
  })();
  try {
    await db.command({ [backupCommand]: file });
  } catch (cause) {
    throw new CannotStart(cause instanceof Error ? cause.message : String(cause), { cause });
  } finally {
    finished.abort();
    await watching;
  }
  makeOneFile(file);
}

/** A copy has no journal beside it: one file is all there is to carry away. */
function makeOneFile(file: string): void {
  const copy = new Database(file);
  copy.pragma('journal_mode = DELETE');
  copy.close();
  chmodSync(file, 0o600);
  settle(file);
}

function megabytes(file: string): string {
  return (statSync(file).size / 1_000_000).toFixed(0);
}
