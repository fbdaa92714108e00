/** What is kept, each declared once with what holds before anything was kept. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { firstSettings } from '../port/settings.ts';
import { Place } from '../port/kept-panel.ts';
import type { Place as PanelPlace } from '../port/kept-panel.ts';
import { KeptAccount, KeptSettings, KeptWork, WholeWork } from '../port/stored-forms.ts';

/** One thing that is kept. */
export interface StoredItem<Value> {
  /** What is kept, or the first value when nothing is, or when what is kept cannot be read. What cannot be read is said in the console. */
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
 * Kept on disk, although it is about customers: what somebody has written must not be lost with a restart of the browser, nor
 * with a sign-in that has run out. It is gone as soon as it is sent or saved, with signing out by hand, when somebody else signs in, and
 * with the session.
 */
export const storedWork = item('work', KeptWork, null, WholeWork);

/* `whole` fits only when no part of it has to be left out. */
function item<Value>(
  key: string,
  schema: v.GenericSchema<unknown, Value>,
  first: Value,
  whole: v.GenericSchema = schema,
): StoredItem<Value> {
  return {
    async read() {
      const kept: unknown = (await browser.storage.local.get(key))[key];
      if (kept === undefined) return first;
      const parsed = v.safeParse(schema, kept);
      // Where it is wrong, never what it is: it may be a token, or what somebody wrote.
      const where = v
        .safeParse(whole, kept)
        .issues?.map((issue) => v.getDotPath(issue) ?? 'all of it')
        .join(', ');
      if (where !== undefined) {
        const what = parsed.success ? 'that part is left out' : 'it begins anew';
        console.warn(`What was kept as “${key}” cannot be read (${where}); ${what}.`);
      }
      return parsed.success ? parsed.output : first;
    },
    async write(value) {
      await browser.storage.local.set({ [key]: value });
    },
  };
}
