import { join } from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { backUp } from '../database/backup/back-up.ts';
import { stampOf } from '../database/durable-files.ts';
import { counted } from '../database/progress.ts';
import { hasData, reachData } from '../database/reach-data.ts';
import type { DataCommand } from './command-words.ts';

/** `data:backup` */
export const backUpData: DataCommand = async ({ folder }, { config, log, progress, now }) => {
  const { dataFolder } = config;
  if (config.mongodbUri === undefined && !hasData(dataFolder))
    throw new CannotStart(`There are no data in ${dataFolder} yet. DATA_FOLDER says where they lie.`);
  const data = await reachData(config, log);
  try {
    if (data.kind !== 'embedded')
      throw new CannotStart(
        'The data are in a MongoDB. Back it up with its own mongodump, or write everything out with npm run data:export.',
      );
    const target = folder ?? join(dataFolder, 'backups', stampOf(now));
    const { documents } = await backUp({ db: data.db, dataFolder, target, progress, now });
    progress.say(
      `Done: ${counted(documents)} documents, checked. To go back to them: npm run data:restore -- ${target}`,
    );
    return true;
  } finally {
    await data.close();
  }
};
