import { CannotStart } from '../cannot-start.ts';
import { restore } from '../database/backup/restore.ts';
import { counted } from '../database/progress.ts';
import { folderOf } from './command-words.ts';
import type { DataCommand } from './command-words.ts';

/** `data:restore` */
export const restoreData: DataCommand = async (words, { config, progress, now }) => {
  const source = folderOf(words, 'npm run data:restore -- <folder of a backup>');
  if (config.mongodbUri !== undefined)
    throw new CannotStart(
      'MONGODB_URI is set, and a backup is one of the embedded store. Restore without it, or use data:import.',
    );
  const { documents, madeAt, replaced } = await restore(source, config.dataFolder, progress, now);
  progress.say(`Done: ${counted(documents)} documents are back as they were at ${madeAt}.`);
  if (replaced !== undefined)
    progress.say(`What was there before lies in ${replaced}. Remove it when nothing of it is wanted.`);
  return true;
};
