/** What is kept, each declared once with what holds before anything was kept. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { firstSettings } from '../port/settings.ts';
import { KeptWritten, Place } from '../port/kept-panel.ts';
import type { Place as PanelPlace } from '../port/kept-panel.ts';
import { KeptAccount, KeptDrafts, KeptSettings, KeptUnsent } from '../port/stored-forms.ts';

/** One thing that is kept. */
export interface StoredItem<Value> {
  /** What is kept, or the first value when nothing is, or when what is kept cannot be read, which is said in the console. */
  read(): Promise<Value>;
  write(value: Value): Promise<void>;
}

/** Kept on disk: a rep stays signed in over a restart of the browser. */
export const storedAccount = item('local', 'account', KeptAccount, null);
/** Kept on disk, for this browser. */
export const storedSettings = item('local', 'settings', KeptSettings, firstSettings);
/** Kept in memory only, because it is chat: it outlives the offscreen document, not the browser. */
export const storedUnsent = item('session', 'unsent', KeptUnsent, []);
/** Kept on disk: a rep is where they were, also over a restart of the browser. It names a room or a session, and no more. */
export const storedPlace = item<PanelPlace>('local', 'place', Place, { at: 'home' });
/** Messages that are being written. Kept in memory only, because it is chat. */
export const storedWritten = item('session', 'written', KeptWritten, []);
/** Kept in memory only, because it is about customers. */
export const storedDrafts = item('session', 'drafts', KeptDrafts, []);

function item<Value>(
  area: 'local' | 'session',
  key: string,
  schema: v.GenericSchema<unknown, Value>,
  first: Value,
): StoredItem<Value> {
  return {
    async read() {
      const kept: unknown = (await browser.storage[area].get(key))[key];
      if (kept === undefined) return first;
      const parsed = v.safeParse(schema, kept);
      if (parsed.success) return parsed.output;
      // Where it is wrong, never what it is: it may be a token, or what somebody wrote.
      const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'all of it').join(', ');
      console.warn(`What was kept as “${key}” cannot be read (${where}); it begins anew.`);
      return first;
    },
    async write(value) {
      await browser.storage[area].set({ [key]: value });
    },
  };
}
