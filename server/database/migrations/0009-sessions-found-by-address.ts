import * as v from 'valibot';
import { emailKey } from '../../sessions/email-key.ts';
import type { Migration } from './migration.ts';

const Found = v.object({ _id: v.string(), customer: v.object({ email: v.string() }) });

/** So many are written at once. */
const TOGETHER = 500;

/** Sessions of one e-mail address are found by it; those from before had it only as it was typed. */
export const sessionsFoundByAddress: Migration = {
  name: '0009-sessions-found-by-address',
  async run(db) {
    const sessions = db.collection<{ _id: string }>('sessions');
    let changes: Parameters<typeof sessions.bulkWrite>[0][number][] = [];
    const write = async () => {
      if (changes.length > 0) await sessions.bulkWrite(changes, { ordered: false });
      changes = [];
    };
    const cursor = sessions.find({ email: { $exists: false } }).project({ 'customer.email': 1 });
    for await (const document of cursor) {
      const read = v.safeParse(Found, document);
      const email = read.success ? emailKey(read.output.customer.email) : undefined;
      // What cannot be read is left as it is; most have no address.
      if (!read.success || email === undefined) continue;
      changes.push({ updateOne: { filter: { _id: read.output._id }, update: { $set: { email } } } });
      if (changes.length >= TOGETHER) await write();
    }
    await write();
  },
};
