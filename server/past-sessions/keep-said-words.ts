import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import type { Belonging } from '../sessions/session-belongings.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { SaidWordsModel } from './said-words-model.ts';
import { saidWords, textOf } from './said-words.ts';

/** Writes down the words of a session that has ended, any number of times. Nothing happened in one to which nobody came. */
export function keepSaidWords(model: SaidWordsModel, log: Pick<SessionLog, 'all'>) {
  return async (record: SessionRecord): Promise<void> => {
    const { _id, owner, startedAt, projection } = record;
    if (!projection.customerIn) return;
    const texts = (await log.all(_id, 'reps')).map(({ kind, ...body }) => textOf(kind, body));
    await model.updateOne({ _id }, { $set: { owner, startedAt, words: saidWords(record, texts) } }, { upsert: true });
  };
}

/** They go with the session. The customer's part of them is in the log that they are handed out. */
export function wordsOfSession(model: SaidWordsModel): Belonging {
  return {
    async forget(session: SessionId) {
      await model.deleteOne({ _id: session });
    },
    read: () => Promise.resolve({}),
  };
}
