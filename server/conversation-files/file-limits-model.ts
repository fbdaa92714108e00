/** How large files in conversations may be. */
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { FileLimits, firstFileLimits } from '../../shared/contract/conversation-file.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

const only = 'files';
const { fileBytes, sessionBytes } = FileLimits.entries;

/** The setting as it is stored. What is missing or wrong in it is as in a new organisation. */
export const StoredFileLimits = v.object({
  _id: v.string(),
  fileBytes: v.fallback(fileBytes, firstFileLimits.fileBytes),
  sessionBytes: v.fallback(sessionBytes, firstFileLimits.sessionBytes),
});
export type StoredFileLimits = v.InferOutput<typeof StoredFileLimits>;

export interface FileLimitsStore {
  get(): Promise<FileLimits>;
  set(limits: FileLimits): Promise<void>;
}

export function fileLimitsModel(connection: Connection): FileLimitsStore {
  const schema = strictSchema<StoredFileLimits>({ fileBytes: Number, sessionBytes: Number }, 'file_limits');
  readAs(schema, StoredFileLimits);
  const model = connection.model<StoredFileLimits>('FileLimits', schema);
  return {
    async get() {
      const stored = await model.findOne({ _id: only }).lean();
      if (stored === null) return firstFileLimits;
      const { _id, ...limits } = stored;
      return limits;
    },
    async set(limits) {
      await model.updateOne({ _id: only }, { $set: limits }, { upsert: true });
    },
  };
}
