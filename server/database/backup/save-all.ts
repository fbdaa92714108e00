import { join } from 'node:path';

import type { Db } from 'mongodb';

import { stampOf } from '../durable-files.ts';
import type { Progress } from '../progress.ts';
import { exportData } from '../transfer/export-data.ts';
import { backUp } from './back-up.ts';

/** Before what data are saved, and where they belong. */
export type SaveOrder = { dataFolder: string; before: string; progress: Progress; now: Date };

/**
 * Saves all data before something that changes them: as a backup of the embedded store, or, from a MongoDB, as an export. Returns the folder.
 * @throws CannotStart when it cannot be done; then nothing may be changed
 */
export async function saveAll(
  { db, kind }: { db: Db; kind: 'uri' | 'mongod' | 'embedded' },
  { dataFolder, before, progress, now }: SaveOrder,
): Promise<string> {
  const target = join(dataFolder, 'backups', `${stampOf(now)}-before-${before}`);
  if (kind === 'embedded') await backUp({ db, dataFolder, target, progress, now });
  else await exportData(db, target, progress, now);
  return target;
}
