/** Sessions that were before, as a rep looks for and is shown them. */
import * as v from 'valibot';
import { operation } from './contract.ts';
import { SessionId } from './identifiers.ts';
import { ReportOutcome } from './report.ts';
import { SearchText, SessionCursor } from './session-records.ts';
import { Moment } from './text.ts';

/**
 * How a session is known to be of the same customer. `browser`: the same browser, which proves itself. `email`: the same
 * address was typed, which anybody can. `computer`: a computer of the same name.
 */
export const SameAs = v.picklist(['browser', 'email', 'computer']);
export type SameAs = v.InferOutput<typeof SameAs>;

export const mostPastSessions = 10;

/** An earlier session of a customer, for the rep who helps them now: what it was about and what came of it, not what was said. */
export const PastSession = v.strictObject({
  session: SessionId,
  sameAs: SameAs,
  customer: v.string(),
  startedAt: Moment,
  channel: v.string(),
  rep: v.string(),
  incident: v.string(),
  reason: v.string(),
  outcome: v.nullable(ReportOutcome),
  /** What was done, by the report as it was saved last; empty without one. */
  done: v.string(),
});
export type PastSession = v.InferOutput<typeof PastSession>;

/** One line of a rep's history. */
export const HistoryItem = v.strictObject({
  session: SessionId,
  customer: v.string(),
  channel: v.string(),
  incident: v.string(),
  reason: v.string(),
  startedAt: Moment,
  endedAt: Moment,
  endedBy: v.picklist(['customer', 'rep', 'host', 'system']),
  /** A report was saved. */
  reported: v.boolean(),
});
export type HistoryItem = v.InferOutput<typeof HistoryItem>;

export const repHistoryOperations = {
  /**
   * The rep's own ended sessions, by their beginning, newest first, 50 at most. `text`: words of the customer, of the reason, and
   * of what was said (the request, chat, names of files), or beginnings of them; they began at `from` or later, and before `to`. `next` goes on where the page ended.
   */
  'sessions.history': operation(
    v.strictObject({
      text: SearchText,
      from: v.nullable(Moment),
      to: v.nullable(Moment),
      after: v.nullable(SessionCursor),
    }),
    v.strictObject({ items: v.array(HistoryItem), next: v.nullable(SessionCursor) }),
  ),
};
