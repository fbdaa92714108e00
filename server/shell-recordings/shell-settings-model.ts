/** Whether command lines are recorded. */
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { ShellSettings, firstShellSettings } from '../../shared/contract/shell-recording.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

const only = 'shells';

/** The setting as it is stored. What is missing or wrong in it is as in a new organisation. */
export const StoredShellSettings = v.object({
  _id: v.string(),
  recordsShells: v.fallback(ShellSettings.entries.recordsShells, firstShellSettings.recordsShells),
});
export type StoredShellSettings = v.InferOutput<typeof StoredShellSettings>;

export interface ShellSettingsStore {
  get(): Promise<ShellSettings>;
  set(settings: ShellSettings): Promise<void>;
}

export function shellSettingsModel(connection: Connection): ShellSettingsStore {
  const schema = strictSchema<StoredShellSettings>({ recordsShells: Boolean }, 'shell_settings');
  readAs(schema, StoredShellSettings);
  const model = connection.model<StoredShellSettings>('ShellSettings', schema);
  return {
    async get() {
      const stored = await model.findOne({ _id: only }).lean();
      return stored === null ? firstShellSettings : { recordsShells: stored.recordsShells };
    },
    async set(settings) {
      await model.updateOne({ _id: only }, { $set: settings }, { upsert: true });
    },
  };
}
