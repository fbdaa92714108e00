import * as v from 'valibot';
import { searchWords, sortKey } from '../../pages/search-words.ts';
import type { Migration } from './migration.ts';

const Named = v.object({
  _id: v.unknown(),
  userId: v.string(),
  fullName: v.string(),
  displayName: v.string(),
  email: v.fallback(v.string(), ''),
});

/** Accounts carry what lists sort and search by, and say 0 where nobody was ever seen. What cannot be read stays as it is. */
export const listedAccounts: Migration = {
  name: '0005-listed-accounts',
  async run(db) {
    const accounts = db.collection('accounts');
    await accounts.updateMany({ lastSeenAt: null }, { $set: { lastSeenAt: 0 } });
    for (const found of await accounts.find({ words: { $exists: false } }).toArray()) {
      const account = v.safeParse(Named, found);
      if (!account.success) continue;
      const { userId, fullName, displayName, email } = account.output;
      const keys = { nameKey: sortKey(fullName), words: searchWords([fullName, displayName, userId, email]) };
      await accounts.updateOne({ _id: found._id }, { $set: keys });
    }
  },
};
