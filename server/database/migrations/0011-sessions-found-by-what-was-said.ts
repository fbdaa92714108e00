import * as v from 'valibot';
import { saidWords, sayingKinds, textOf } from '../../past-sessions/said-words.ts';
import type { Migration } from './migration.ts';

const Ended = v.object({
  _id: v.string(),
  owner: v.string(),
  startedAt: v.number(),
  customer: v.object({ name: v.string(), email: v.fallback(v.string(), ''), phone: v.fallback(v.string(), '') }),
  reason: v.fallback(v.string(), ''),
});
const Said = v.object({ kind: v.string(), body: v.fallback(v.record(v.string(), v.unknown()), {}) });

/** Reps find their own sessions by what was said in them; those that ended before had only words of the customer and the reason. */
export const sessionsFoundByWhatWasSaid: Migration = {
  name: '0011-sessions-found-by-what-was-said',
  async run(db) {
    const kept = db.collection<{ _id: string }>('session_words');
    const log = db.collection('log_entries');
    const ended = db.collection('sessions').find({ state: 'ended', browser: { $exists: true } });
    for await (const document of ended) {
      const read = v.safeParse(Ended, document);
      // What cannot be read is left as it is; it is not listed either. One that was erased has nothing to be found by.
      if (!read.success || read.output.customer.name === '') continue;
      const { _id, owner, startedAt } = read.output;
      if ((await kept.countDocuments({ _id }, { limit: 1 })) > 0) continue;
      const texts: string[] = [];
      const entries = log.find({ session: _id, kind: { $in: sayingKinds } }).sort({ seq: 1 });
      for await (const entry of entries) {
        const said = v.safeParse(Said, entry);
        if (said.success) texts.push(textOf(said.output.kind, said.output.body));
      }
      await kept.updateOne(
        { _id },
        { $set: { owner, startedAt, words: saidWords(read.output, texts) } },
        { upsert: true },
      );
    }
  },
};
