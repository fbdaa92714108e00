import type { Db } from 'mongodb';

/**
 * One step that brings stored data into the form that this program reads. It is harmless to run twice, so that a crash in its middle is made good by
 * the next start: it looks for what is still in the old form, and changes that.
 */
export type Migration = {
  /** `0002-what-it-does`: the number gives its place, and the whole name is recorded. It never changes once it was released. */
  name: string;
  run: (db: Db) => Promise<void>;
};
