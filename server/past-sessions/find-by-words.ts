/** Which of a rep's own sessions have certain words, said or in their head: always along an index, and never by a pattern that was typed. */
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import type { SessionCursor } from '../../shared/contract/session-records.ts';
import { beginsWith, below, between } from '../documents/compare.ts';
import { saidWordsIndex } from './said-words-model.ts';
import type { SaidWordsModel } from './said-words-model.ts';

/** Words that so few sessions have are followed to these; commoner ones are met soon on the way back in time. */
const rare = 2000;

export interface WordQuestion {
  readonly rep: AccountId;
  /** Beginnings of words, all of which a session must have. */
  readonly words: readonly string[];
  /** They began at `fromMs` or later, and at `toMs` at the latest. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly after: SessionCursor | null;
  readonly size: number;
}

/** By their beginning, newest first. */
export async function findByWords(
  model: SaidWordsModel,
  { rep, words, fromMs, toMs, after, size }: WordQuestion,
): Promise<{ readonly ids: SessionId[]; readonly next: SessionCursor | null }> {
  const { first, isRare } = await rarestFirst(model, rep, words);
  const ask = (when: object, limit: number) =>
    model
      .find({ owner: rep, $and: [...first.map((word) => ({ words: beginsWith(word) })), when] })
      .select({ startedAt: 1 })
      .sort({ startedAt: -1, _id: -1 })
      .limit(limit)
      .hint(isRare ? saidWordsIndex.byWord : saidWordsIndex.byTime)
      .lean();
  const found: { readonly _id: SessionId; readonly startedAt: number }[] = [];
  // Those of the same millisecond first: they are told apart by their id.
  if (after !== null) found.push(...(await ask({ startedAt: after.startedAt, _id: below(after.id) }, size + 1)));
  const latest = after === null ? toMs : Math.min(toMs, after.startedAt - 1);
  if (found.length <= size) found.push(...(await ask({ startedAt: between(fromMs, latest) }, size + 1 - found.length)));
  const page = found.slice(0, size);
  const last = page.at(-1);
  const isMore = found.length > size && last !== undefined;
  return { ids: page.map(({ _id }) => _id), next: isMore ? { startedAt: last.startedAt, id: last._id } : null };
}

/** The words with the one in front that fewest sessions have: the index of words is followed to that one. */
async function rarestFirst(model: SaidWordsModel, rep: AccountId, words: readonly string[]) {
  let [rarest, fewest]: [string | undefined, number] = [undefined, rare];
  for (const word of words) {
    const few = { owner: rep, words: beginsWith(word) };
    // Nothing is counted further than what is known to be fewer.
    const found =
      fewest === 0 ? [] : await model.find(few).select({ _id: 1 }).hint(saidWordsIndex.byWord).limit(fewest).lean();
    if (found.length < fewest) [rarest, fewest] = [word, found.length];
  }
  if (rarest === undefined) return { first: words, isRare: false };
  return { first: [rarest, ...words.filter((word) => word !== rarest)], isRare: true };
}
