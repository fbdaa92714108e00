/** Sessions as an administrator looks for and reads them, long after they have ended. */
import * as v from 'valibot';
import { AccountId, ChannelId, GroupId, SessionId } from './identifiers.ts';
import { SessionState } from './session.ts';
import { EndReason, SessionSummary } from './session-log.ts';
import { SessionSurvey } from './survey.ts';
import { CalendarDay, OtherId } from './statistics.ts';
import { Moment } from './text.ts';

/** A search is for so many words at most. */
export const MOST_WORDS = 8;
const longestWord = 40;

/** What is looked for, as somebody typed it: words, or the beginnings of them. */
export const SearchText = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(100, 'must not be longer than 100 characters'),
  v.check((text) => wordsIn(text).length <= MOST_WORDS, `must not have more than ${MOST_WORDS} words`),
);

/** The words of a text as they are kept and looked for: letters and digits only, in lower case, so none of it is a pattern. */
export function wordsIn(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.map((word) => word.slice(0, longestWord)))];
}

/** Where a list goes on: after this session. */
export const SessionCursor = v.strictObject({ startedAt: Moment, id: SessionId });
export type SessionCursor = v.InferOutput<typeof SessionCursor>;

/** Which sessions; `null` and an empty text leave nothing out. `by-code` are those that began with a code. */
export const SessionFilter = v.strictObject({
  /** Whole days of the organisation's time zone, both included. */
  from: v.nullable(CalendarDay),
  to: v.nullable(CalendarDay),
  channel: v.nullable(v.union([ChannelId, v.literal('by-code')])),
  /** With everything below it. */
  group: v.nullable(GroupId),
  rep: v.nullable(AccountId),
  incident: v.nullable(OtherId),
  state: v.nullable(SessionState),
  text: SearchText,
});
export type SessionFilter = v.InferOutput<typeof SessionFilter>;

/** One line of the list. */
export const RecordedSession = v.strictObject({
  id: SessionId,
  customer: v.string(),
  channelName: v.string(),
  /** The catalogued reason, by its name of that time; empty without one. */
  incident: v.string(),
  reason: v.string(),
  rep: v.string(),
  state: SessionState,
  startedAt: Moment,
  endedAt: v.nullable(Moment),
  endReason: v.nullable(EndReason),
});
export type RecordedSession = v.InferOutput<typeof RecordedSession>;

/** What stands above a session's log. */
export const RecordedSessionHead = v.strictObject({
  ...RecordedSession.entries,
  email: v.string(),
  phone: v.string(),
  /** Once it has ended. */
  summary: v.nullable(SessionSummary),
  /** What customer and rep answered after it. */
  survey: SessionSurvey,
});
export type RecordedSessionHead = v.InferOutput<typeof RecordedSessionHead>;
