import { existsSync } from 'node:fs';

import type { Db } from 'mongodb';

import { CannotStart } from '../../cannot-start.ts';
import { saveAll } from '../backup/save-all.ts';
import type { DatabaseLog } from '../store-process.ts';
import { isEmptyDatabase } from '../transfer/import-data.ts';
import { allMigrations } from './all-migrations.ts';
import type { Migration } from './migration.ts';
import { usualLockTimes, withMigrationLock } from './migration-lock.ts';
import type { LockTimes } from './migration-lock.ts';
import { backupId, lockId, migrationsCollection } from './migration-record.ts';
import type { MigrationRecord } from './migration-record.ts';

/** Which data are brought up to date, and by which steps; all there are, unless a test says otherwise. */
export type MigrationOrder = {
  db: Db;
  kind: 'uri' | 'mongod' | 'embedded';
  dataFolder: string;
  log: DatabaseLog;
  now: () => Date;
  steps?: readonly Migration[];
  lockTimes?: LockTimes;
};

/**
 * Runs every step that these data have not seen, in order and once, after a backup. Data of a new installation are in the latest form from the start.
 * @throws CannotStart when a newer program wrote the data, when there can be no backup, or when a step fails
 */
export async function migrate(order: MigrationOrder): Promise<void> {
  const { db, steps = allMigrations, lockTimes = usualLockTimes } = order;
  const records = db.collection<MigrationRecord>(migrationsCollection);
  if ((await missingSteps(order, steps)).length === 0) return;
  const isNew = await isEmptyDatabase(db);
  await withMigrationLock(
    records,
    async () => {
      // Another process may have run them meanwhile.
      const missing = await missingSteps(order, steps);
      const [first] = missing;
      if (first === undefined) return;
      if (!isNew) await saveBefore(first, order);
      for (const step of missing) await runStep(step, isNew, order);
      await records.deleteOne({ _id: backupId });
    },
    lockTimes,
  );
}

async function missingSteps({ db }: MigrationOrder, steps: readonly Migration[]): Promise<Migration[]> {
  const ran = new Set(
    (await db.collection<MigrationRecord>(migrationsCollection).find().toArray()).map(({ _id }) => _id),
  );
  for (const id of [lockId, backupId]) ran.delete(id);
  const known = new Set(steps.map(({ name }) => name));
  const unknown = [...ran].filter((name) => !known.has(name)).toSorted();
  if (unknown.length > 0) {
    throw new CannotStart(
      `These data were written by a newer RemoteHelp (this one does not know ${unknown.join(', ')}). Start that one, or go back to a backup of before: npm run data:restore -- <folder>`,
    );
  }
  return steps.filter(({ name }) => !ran.has(name));
}

/** Once: a step that breaks off and is started again and again must not fill the disk, and the first backup is the whole one. */
async function saveBefore({ name }: Migration, { db, kind, dataFolder, log, now }: MigrationOrder): Promise<void> {
  const records = db.collection<MigrationRecord>(migrationsCollection);
  const made = await records.findOne({ _id: backupId, before: name });
  if (made?.folder !== undefined && existsSync(made.folder))
    return log.info(`Bringing the data up to date broke off. The backup of before lies in ${made.folder}`);
  log.info('The data are of an older RemoteHelp and are brought up to date. A backup is made first.');
  const progress = { say: () => undefined, meanwhile: (line: () => string) => log.info(line().trim()) };
  const saved = await saveAll({ db, kind }, { dataFolder, before: name, progress, now: now() });
  await records.updateOne({ _id: backupId }, { $set: { before: name, folder: saved } }, { upsert: true });
  log.info(`The backup lies in ${saved}`);
}

async function runStep({ name, run }: Migration, isNew: boolean, { db, log, now }: MigrationOrder): Promise<void> {
  if (!isNew) {
    log.info(`Bringing the data up to date: ${name}`);
    try {
      await run(db);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new CannotStart(
        `The step ${name} failed: ${reason}. Start again to go on with it, or go back to the backup.`,
        { cause },
      );
    }
  }
  const ran = { $setOnInsert: { ranAt: now() } };
  await db.collection<MigrationRecord>(migrationsCollection).updateOne({ _id: name }, ran, { upsert: true });
}
