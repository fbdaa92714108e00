import { CannotStart } from '../cannot-start.ts';
import { counted } from '../database/progress.ts';
import { hasData } from '../database/reach-data.ts';
import { withStillData } from '../database/snapshot.ts';
import { exportData } from '../database/transfer/export-data.ts';
import { folderOf } from './command-words.ts';
import type { DataCommand } from './command-words.ts';

/** `data:export` */
export const exportAllData: DataCommand = async (words, { config, log, progress, now }) => {
  const folder = folderOf(words, 'npm run data:export -- <new folder>');
  if (config.mongodbUri === undefined && !hasData(config.dataFolder))
    throw new CannotStart(`There are no data in ${config.dataFolder} yet. DATA_FOLDER says where they lie.`);
  const documents = await withStillData(config, { log, progress }, ({ db }) => {
    progress.say(`Writing to ${folder}`);
    return exportData(db, folder, progress, now);
  });
  progress.say(`Done: ${counted(documents)} documents. To read them elsewhere: npm run data:import -- ${folder}`);
  return true;
};
