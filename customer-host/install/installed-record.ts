/** What lies beside an installed host: whose it is, and who may speak to it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { ChromeExtensionId } from '../../shared/contract/extension-packages.ts';
import type { Caller } from '../native-messaging/choose-mode.ts';

/** The name of the file. */
export const RECORD_FILE = 'installed.json';

const InstalledRecord = v.object({
  origin: v.string(),
  /** Ids of the extension: nobody else's is answered. */
  chrome: v.array(ChromeExtensionId),
  firefox: v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
});
export type InstalledRecord = v.InferOutput<typeof InstalledRecord>;

/** The record beside this executable; `undefined` for a download that is not installed. */
export function readRecord(executable: string): InstalledRecord | undefined {
  try {
    return v.parse(InstalledRecord, JSON.parse(readFileSync(join(dirname(executable), RECORD_FILE), 'utf8')));
  } catch {
    // No such file, or one that says nothing: then this is no installed host, and it answers nobody.
    return undefined;
  }
}

/** Whether this extension is ours. The browser has looked already; this does not rest on it. */
export function mayCall(record: InstalledRecord, { browser, id }: Caller): boolean {
  return record[browser].includes(id);
}
