import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/**
 * The words of an ended session, for its last owner alone: they may read the whole log, what is for reps only too. So no other list is searched
 * by them, and the session's own `words` hold none of what was said.
 */
export const SaidWordsRecord = v.object({
  _id: SessionId,
  owner: AccountId,
  startedAt: Moment,
  words: v.array(v.string()),
});
export type SaidWordsRecord = v.InferOutput<typeof SaidWordsRecord>;

export type SaidWordsModel = Model<SaidWordsRecord>;

/** Along what they are found: by one word of a rep's, or all of a rep's by time. */
export const saidWordsIndex = { byWord: 'words_of_a_rep', byTime: 'worded_sessions_of_a_rep' } as const;

export function saidWordsModel(connection: Connection): SaidWordsModel {
  const schema = strictSchema<SaidWordsRecord>(
    {
      owner: { type: String, required: true },
      startedAt: { type: Number, required: true },
      words: { type: [Schema.Types.String], required: true },
    },
    'session_words',
  );
  readAs(schema, SaidWordsRecord);
  schema.index({ owner: 1, words: 1 }, { name: saidWordsIndex.byWord });
  schema.index({ owner: 1, startedAt: -1, _id: -1 }, { name: saidWordsIndex.byTime });
  return connection.model<SaidWordsRecord>('SessionWords', schema);
}
