import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as v from 'valibot';

import { CannotStart } from '../../cannot-start.ts';

/** Says what a backup is. It is written last: without it a backup is not whole. */
const manifestSchema = v.object({
  remotehelpBackup: v.literal(1),
  madeAt: v.string(),
  documents: v.pipe(v.number(), v.integer()),
});
export type BackupManifest = v.InferOutput<typeof manifestSchema>;

/** What lies beside the store's file in a data folder, and belongs to the data; not every folder has all of it. */
export const besideTheStore = ['store.json', 'server-secret', 'extension-key.pem', 'remotehelp-firefox.xpi'] as const;

export function backupManifestIn(folder: string): string {
  return join(folder, 'backup.json');
}

/** @throws CannotStart when the folder holds no whole backup */
export function readBackupManifest(folder: string): BackupManifest {
  try {
    return v.parse(manifestSchema, JSON.parse(readFileSync(backupManifestIn(folder), 'utf8')));
  } catch (cause) {
    throw new CannotStart(
      `${folder} holds no whole backup: its backup.json cannot be read. Name a folder that npm run data:backup has written to its end.`,
      { cause },
    );
  }
}
