/** What is kept, each declared once with what holds before anything was kept. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { Settings, firstSettings } from '../port/settings.ts';
import { Unsent } from '../port/view-state.ts';
import { StoredAccount } from '../port/worker-contract.ts';

/** One thing that is kept. */
export interface StoredItem<Value> {
  /** What is kept, or the first value when nothing is, or when an older version kept something else. */
  read(): Promise<Value>;
  write(value: Value): Promise<void>;
}

/** Kept on disk: a rep stays signed in over a restart of the browser. */
export const storedAccount = item('local', 'account', v.nullable(StoredAccount), null);
/** Kept on disk, for this browser. */
export const storedSettings = item('local', 'settings', Settings, firstSettings);
/** Kept in memory only, because it is chat: it outlives the offscreen document, not the browser. */
export const storedUnsent = item('session', 'unsent', v.array(Unsent), []);

function item<Value>(
  area: 'local' | 'session',
  key: string,
  schema: v.GenericSchema<unknown, Value>,
  first: Value,
): StoredItem<Value> {
  return {
    async read() {
      const parsed = v.safeParse(schema, (await browser.storage[area].get(key))[key]);
      return parsed.success ? parsed.output : first;
    },
    async write(value) {
      await browser.storage[area].set({ [key]: value });
    },
  };
}
