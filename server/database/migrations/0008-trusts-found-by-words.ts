import * as v from 'valibot';
import { customerWords } from '../../documents/found-by-words.ts';
import type { Migration } from './migration.ts';

const Named = v.object({ _id: v.string(), customer: v.string() });

/** Trusts are found by words of the customer's name; before, only by the session after which they were made, which may be gone. */
export const trustsFoundByWords: Migration = {
  name: '0008-trusts-found-by-words',
  async run(db) {
    const trusts = db.collection<{ _id: string }>('trusts');
    for (const document of await trusts.find({ words: { $exists: false } }).toArray()) {
      const read = v.safeParse(Named, document);
      // What cannot be read is left as it is; it is not listed either.
      if (!read.success) continue;
      const { _id, customer: name } = read.output;
      await trusts.updateOne({ _id }, { $set: { words: customerWords({ name }) } });
    }
  },
};
