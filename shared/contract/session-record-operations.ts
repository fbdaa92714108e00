import * as v from 'valibot';
import { operation } from './contract.ts';
import { SessionId } from './identifiers.ts';
import { LogEntry } from './session-log.ts';
import { RecordedSession, RecordedSessionHead, SessionCursor, SessionFilter } from './session-records.ts';

const Seq = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What the web panel asks about sessions of the past and of now. */
export const adminSessionRecordOperations = {
  /** By their beginning; `next` goes on where this page ended, `null` at the end. */
  'sessions.list': operation(
    v.strictObject({ filter: SessionFilter, newestFirst: v.boolean(), after: v.nullable(SessionCursor) }),
    v.strictObject({ sessions: v.array(RecordedSession), next: v.nullable(SessionCursor) }),
  ),
  /** The same list as a file, a thousand lines at a time; the first part has the byte order mark and the head line. */
  'sessions.csv': operation(
    v.strictObject({ filter: SessionFilter, newestFirst: v.boolean(), after: v.nullable(SessionCursor) }),
    v.strictObject({ text: v.string(), rows: Seq, next: v.nullable(SessionCursor) }),
  ),
  /** Whoever reads what people said to each other is written into the audit trail. */
  'sessions.read': operation(v.strictObject({ id: SessionId }), v.strictObject({ session: RecordedSessionHead })),
  /** The log after an entry, those for reps only among them; `through` is the last that was looked at. */
  'sessions.log': operation(
    v.strictObject({ id: SessionId, after: Seq }),
    v.strictObject({ entries: v.array(LogEntry), more: v.boolean(), through: Seq }),
  ),
};
