/** What is kept, each declared once with what holds before anything was kept. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { firstSettings } from '../port/settings.ts';
import { Place } from '../port/kept-panel.ts';
import type { Place as PanelPlace } from '../port/kept-panel.ts';
import { KeptAccount, KeptSettings, KeptWork } from '../port/stored-forms.ts';

/** One thing that is kept. */
export interface StoredItem<Value> {
  /** What is kept, or the first value when nothing is, or when what is kept cannot be read, which is said in the console. */
  read(): Promise<Value>;
  write(value: Value): Promise<void>;
}

/** Kept on disk: a rep stays signed in over a restart of the browser. */
export const storedAccount = item('account', KeptAccount, null);
/** Kept on disk, for this browser. */
export const storedSettings = item('settings', KeptSettings, firstSettings);
/** Kept on disk: a rep is where they were, also over a restart of the browser. It names a room or a session, and no more. */
export const storedPlace = item<PanelPlace>('place', Place, { at: 'home' });
/**
 * Kept on disk, although it is about customers: what somebody has written must not be lost with a restart of the browser. It is
 * gone as soon as it is sent or saved, with signing out, and with the session.
 */
export const storedWork = item('work', KeptWork, null);

function item<Value>(key: string, schema: v.GenericSchema<unknown, Value>, first: Value): StoredItem<Value> {
  return {
    async read() {
      const kept: unknown = (await browser.storage.local.get(key))[key];
      if (kept === undefined) return first;
      const parsed = v.safeParse(schema, kept);
      if (parsed.success) return parsed.output;
      // Where it is wrong, never what it is: it may be a token, or what somebody wrote.
      const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'all of it').join(', ');
      console.warn(`What was kept as “${key}” cannot be read (${where}); it begins anew.`);
      return first;
    },
    async write(value) {
      await browser.storage.local.set({ [key]: value });
    },
  };
}
