import { CannotStart } from '../cannot-start.ts';
import { saveAll } from '../database/backup/save-all.ts';
import { counted } from '../database/progress.ts';
import { reachData } from '../database/reach-data.ts';
import { importData, isEmptyDatabase } from '../database/transfer/import-data.ts';
import { readManifest } from '../database/transfer/export-folder.ts';
import { folderOf } from './command-words.ts';
import type { DataCommand } from './command-words.ts';

/** `data:import` */
export const importAllData: DataCommand = async (words, { config, log, progress, now }) => {
  const folder = folderOf(words, 'npm run data:import -- <folder of an export> [--replace]');
  const { exportedAt } = readManifest(folder);
  const data = await reachData(config, log);
  try {
    if (data.isServed) throw new CannotStart(`A server has ${config.dataFolder} open. Stop it, then import.`);
    if (!(await isEmptyDatabase(data.db))) {
      if (!words.replace)
        throw new CannotStart(
          'There are data already, and nothing was changed. With --replace they are saved to a backup and taken out first.',
        );
      const saved = await saveAll(data, { dataFolder: config.dataFolder, before: 'import', progress, now });
      progress.say(`What was there is saved in ${saved}`);
    }
    await data.db.dropDatabase();
    progress.say(`Reading the export of ${exportedAt}`);
    const documents = await importData(data.db, folder, progress);
    progress.say(`Done: ${counted(documents)} documents.`);
    return true;
  } finally {
    await data.close();
  }
};
