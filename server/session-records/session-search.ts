/** How sessions are looked for: always along an index, so that no search costs more than what it finds. */
import type { SessionFilter } from '../../shared/contract/session-records.ts';
import { wordsIn } from '../../shared/contract/session-records.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { SessionIndex } from '../sessions/session-model.ts';

/** A condition as the store takes it. What comes from outside stands in it as values only. */
export type Condition = Readonly<Record<string, unknown>>;

/** Where to look, and for what. */
export interface SessionSearch {
  readonly conditions: readonly Condition[];
  /** Along what, unless the words are rarer. */
  readonly index: SessionIndex;
  /** One for each word looked for, the longest first; each holds beside the conditions. */
  readonly words: readonly Condition[];
}

/** When the days of the filter begin and end, in milliseconds. */
export interface Span {
  readonly fromMs: number | undefined;
  readonly toMs: number | undefined;
}

/** `reps` are those whose sessions may be seen; without it all may. */
export function sessionSearch(filter: SessionFilter, span: Span, reps?: readonly AccountId[]): SessionSearch {
  const { channel, rep, incident, state, text } = filter;
  const words = wordsIn(text).toSorted((one, other) => other.length - one.length);
  const conditions: Condition[] = [];
  if (rep !== null) conditions.push({ owner: rep });
  if (reps !== undefined) conditions.push({ owner: { $in: [...reps] } });
  if (channel !== null) conditions.push({ channel: channel === 'by-code' ? null : channel });
  if (incident !== null) conditions.push({ 'incident.id': incident });
  if (state !== null) conditions.push({ state });
  if (span.fromMs !== undefined) conditions.push({ startedAt: { $gte: span.fromMs } });
  if (span.toMs !== undefined) conditions.push({ startedAt: { $lt: span.toMs } });
  return { conditions, words: words.map(beginning), index: bestIndex(filter, reps !== undefined) };
}

/** The one that leaves least to be looked through. States but `ended` are of few sessions. */
function bestIndex({ rep, incident, channel, state }: SessionFilter, ofSomeReps: boolean): SessionIndex {
  if (rep !== null) return 'sessions_of_a_rep';
  if (state === 'live' || state === 'waiting-code') return 'sessions_in_a_state';
  if (incident !== null) return 'sessions_of_an_incident';
  if (ofSomeReps) return 'sessions_of_a_rep';
  if (channel !== null) return 'sessions_of_a_channel';
  return 'sessions_by_time';
}

/** Words hold letters and digits only; they are quoted all the same, because a pattern is made of them here. */
function beginning(word: string): Condition {
  return { words: { $regex: `^${word.replaceAll(/[^\p{L}\p{N}]/gu, '')}` } };
}
