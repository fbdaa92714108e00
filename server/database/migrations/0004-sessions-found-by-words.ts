import * as v from 'valibot';
import { sessionWords } from '../../sessions/session-words.ts';
import type { Migration } from './migration.ts';

const Found = v.object({
  customer: v.object({ name: v.string(), email: v.fallback(v.string(), ''), phone: v.fallback(v.string(), '') }),
  reason: v.fallback(v.string(), ''),
});

/** So many are read and written at once. */
const TOGETHER = 500;

/** Sessions are found by words of the customer and the reason; those that began before had none. */
export const sessionsFoundByWords: Migration = {
  name: '0004-sessions-found-by-words',
  async run(db) {
    const sessions = db.collection<{ _id: string }>('sessions');
    const cursor = sessions.find({ words: { $exists: false } }).project({ customer: 1, reason: 1 });
    let changes: Parameters<typeof sessions.bulkWrite>[0][number][] = [];
    const write = async () => {
      if (changes.length > 0) await sessions.bulkWrite(changes, { ordered: false });
      changes = [];
    };
    for await (const document of cursor) {
      const read = v.safeParse(v.intersect([v.object({ _id: v.string() }), Found]), document);
      // What cannot be read is left as it is; it is not listed either.
      if (!read.success) continue;
      const { _id, ...session } = read.output;
      changes.push({ updateOne: { filter: { _id }, update: { $set: { words: sessionWords(session) } } } });
      if (changes.length >= TOGETHER) await write();
    }
    await write();
  },
};
