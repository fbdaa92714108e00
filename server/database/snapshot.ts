import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { copyStore } from './backup/back-up.ts';
import { storeFileIn } from './open-database.ts';
import { reachData } from './reach-data.ts';
import type { DataPlace, ReachedData } from './reach-data.ts';
import type { DatabaseLog } from './store-process.ts';
import type { Progress } from './progress.ts';

/**
 * Runs `work` on the embedded store's file as it is at one moment: the file itself when no server has it open, else a copy that is gone afterwards.
 * @throws CannotStart when the copy cannot be made
 */
export async function withStoreFile<Result>(
  data: ReachedData,
  dataFolder: string,
  progress: Progress,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  if (!data.isServed) return work(dataFolder);
  const folder = mkdtempSync(join(dataFolder, 'snapshot-'));
  try {
    progress.say('A server has the data open: a copy of this moment is made and read.');
    await copyStore(data.db, storeFileIn(folder), storeFileIn(dataFolder), progress);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `work` on data that do not change meanwhile, as far as their kind allows: a MongoDB is read as it goes. */
export async function withStillData<Result>(
  place: DataPlace,
  parts: { log: DatabaseLog; progress: Progress },
  work: (data: ReachedData) => Promise<Result>,
): Promise<Result> {
  const data = await reachData(place, parts.log);
  try {
    if (data.kind !== 'embedded' || !data.isServed) return await work(data);
    return await withStoreFile(data, place.dataFolder, parts.progress, async (folder) => {
      const copy = await reachData({ dataFolder: folder, searchPath: '' }, parts.log);
      try {
        return await work(copy);
      } finally {
        await copy.close();
      }
    });
  } finally {
    await data.close();
  }
}
