import * as v from 'valibot';
import { customerWords } from '../../documents/found-by-words.ts';
import type { Migration } from './migration.ts';

const Found = v.object({
  _id: v.string(),
  name: v.string(),
  email: v.fallback(v.string(), ''),
  phone: v.fallback(v.string(), ''),
});

/** So many are written at once. */
const TOGETHER = 500;

/** Requests, reservations and invitations are found by words of the customer; those from before had none. */
export const customersFoundByWords: Migration = {
  name: '0006-customers-found-by-words',
  async run(db) {
    for (const name of ['support_requests', 'reservations', 'invitations']) {
      const documents = db.collection<{ _id: string }>(name);
      let changes: Parameters<typeof documents.bulkWrite>[0][number][] = [];
      const write = async () => {
        if (changes.length > 0) await documents.bulkWrite(changes, { ordered: false });
        changes = [];
      };
      const cursor = documents.find({ words: { $exists: false } }).project({ name: 1, email: 1, phone: 1 });
      for await (const document of cursor) {
        const read = v.safeParse(Found, document);
        // What cannot be read is left as it is; it is not listed either.
        if (!read.success) continue;
        const { _id, ...customer } = read.output;
        changes.push({ updateOne: { filter: { _id }, update: { $set: { words: customerWords(customer) } } } });
        if (changes.length >= TOGETHER) await write();
      }
      await write();
    }
  },
};
