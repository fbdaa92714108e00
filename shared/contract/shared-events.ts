/** Events that rep, customer and host receive alike. */
import * as v from 'valibot';
import { SessionId } from './identifiers.ts';
import { SessionHead } from './session.ts';
import { LogEntry } from './session-log.ts';

export const logAppended = v.strictObject({ type: v.literal('log.appended'), entry: LogEntry });

export const sessionChanged = v.strictObject({ type: v.literal('sessions.changed'), session: SessionHead });

/** Somebody of the other side is typing, or has stopped. Never stored. */
export const chatTyping = v.strictObject({
  type: v.literal('chat.typing'),
  session: SessionId,
  by: v.picklist(['customer', 'rep']),
  name: v.string(),
  typing: v.boolean(),
});

export const AfterSeq = v.strictObject({ session: SessionId, seq: v.pipe(v.number(), v.integer(), v.minValue(0)) });

/** At most this many entries come for one `log.after`; ask again from the last one while `more` is true. */
export const LOG_PAGE = 200;
export const LogPage = v.strictObject({ entries: v.array(LogEntry), more: v.boolean() });
