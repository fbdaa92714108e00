/** Asks the store for one page of the sessions that a search means. */
import type { SessionCursor } from '../../shared/contract/session-records.ts';
import { countUpTo, sessionsAlong } from '../sessions/session-model.ts';
import type { SessionModel, SessionRecord } from '../sessions/session-model.ts';
import type { Condition, SessionSearch } from './session-search.ts';

/** Words that so few sessions have are followed to these; commoner ones are met soon on any other way. */
const RARE = 2000;

export interface SessionPage {
  readonly found: readonly SessionRecord[];
  readonly next: SessionCursor | null;
}

/** By their beginning, newest or oldest first, after `after`, at most `size`. */
export async function findSessions(
  model: SessionModel,
  search: SessionSearch,
  {
    after,
    newestFirst,
    size,
  }: { readonly after: SessionCursor | null; readonly newestFirst: boolean; readonly size: number },
): Promise<SessionPage> {
  const { words, isRare } = await rarestFirst(model, search.words);
  const index = isRare ? 'sessions_by_word' : search.index;
  const ask = (more: readonly Condition[], limit: number) =>
    sessionsAlong(model, { conditions: [...words, ...search.conditions, ...more], index, newestFirst, limit });
  const found: SessionRecord[] = [];
  const beyond = newestFirst ? '$lt' : '$gt';
  // Those of the same millisecond first: they are told apart by their id.
  if (after !== null) {
    found.push(...(await ask([{ startedAt: after.startedAt }, { _id: { [beyond]: after.id } }], size + 1)));
  }
  if (found.length <= size) {
    const later = after === null ? [] : [{ startedAt: { [beyond]: after.startedAt } }];
    found.push(...(await ask(later, size + 1 - found.length)));
  }
  const page = found.slice(0, size);
  const last = page.at(-1);
  const isMore = found.length > size && last !== undefined;
  return { found: page, next: isMore ? { startedAt: last.startedAt, id: last._id } : null };
}

/** The words with the one in front that fewest sessions have: an index of words is followed to one of them. */
export async function rarestFirst(
  model: SessionModel,
  words: readonly Condition[],
): Promise<{ readonly words: readonly Condition[]; readonly isRare: boolean }> {
  let [rarest, fewest]: [Condition | undefined, number] = [undefined, RARE];
  for (const word of words) {
    // Nothing is counted further than what is known to be fewer.
    const found = fewest === 0 ? 0 : await countUpTo(model, word, fewest);
    if (found < fewest) [rarest, fewest] = [word, found];
  }
  if (rarest === undefined) return { words, isRare: false };
  return { words: [rarest, ...words.filter((word) => word !== rarest)], isRare: true };
}
