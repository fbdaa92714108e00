import { existsSync } from 'node:fs';
import { CannotStart } from '../cannot-start.ts';
import { checkDatabase } from '../database/check/check-database.ts';
import { checkStoreFile } from '../database/check/check-store-file.ts';
import type { StoreCheck } from '../database/check/check-store-file.ts';
import { storeFileIn } from '../database/open-database.ts';
import { counted } from '../database/progress.ts';
import type { Progress } from '../database/progress.ts';
import { hasData, reachData, servedSocket } from '../database/reach-data.ts';
import { withStoreFile } from '../database/snapshot.ts';
import type { DataCommand, DataCommandParts } from './command-words.ts';

/** `data:check` */
export const checkData: DataCommand = async ({ folder }, parts) => {
  const { findings, collections, documents } = await check(folder, parts);
  const { progress } = parts;
  if (findings.isEmpty) {
    progress.say(`Everything is in order: ${collections} collections, ${counted(documents)} documents.`);
    return true;
  }
  for (const line of findings.lines) progress.say(line);
  progress.say(advice(findings));
  return false;
};

async function check(folder: string | undefined, { config, log, progress }: DataCommandParts): Promise<StoreCheck> {
  if (folder !== undefined) return checkFile(folder, progress);
  const isMongo = config.mongodbUri !== undefined;
  if (!isMongo && !hasData(config.dataFolder))
    throw new CannotStart(`There are no data in ${config.dataFolder} yet. DATA_FOLDER says where they lie.`);
  // A damaged file could not be opened, only looked at: so not before it is known that a server has it open, or that it is no file.
  const isServed = (await servedSocket(config.dataFolder)) !== undefined;
  if (!isMongo && !isServed && existsSync(storeFileIn(config.dataFolder)))
    return checkFile(config.dataFolder, progress);
  const data = await reachData(config, log);
  try {
    if (data.kind !== 'embedded') return await checkDatabase(data.db, progress);
    return await withStoreFile(data, config.dataFolder, progress, async (copy) => checkFile(copy, progress));
  } finally {
    await data.close();
  }
}

function checkFile(folder: string, progress: Progress): StoreCheck {
  const file = storeFileIn(folder);
  if (!existsSync(file))
    throw new CannotStart(`There is no ${file}. Name a folder that npm run data:backup has written.`);
  progress.say(`Checking ${file}`);
  return checkStoreFile(file, progress);
}

function advice(findings: StoreCheck['findings']): string {
  if (findings.isOnlyDocuments)
    return 'The server leaves these documents aside, and everything else works. They count again once they are whole.';
  if (findings.count('file') === 0 && findings.count('log') === 0)
    return 'The documents are whole. Make their indexes anew: stop the server, npm run data:export -- <folder>, npm run data:import -- <folder> --replace.';
  return 'Stop the server, and put the latest backup that is in order in place: npm run data:restore -- <folder>. Keep the damaged data until you know what is missing.';
}
