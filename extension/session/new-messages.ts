/** Which of the customers' messages have come since a view looked last. Pure. */
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';

type Logs = ReadonlyMap<SessionId, readonly LogEntry[]>;

/** Up to where each log has been looked at. */
export type Marks = ReadonlyMap<SessionId, number>;

/** A message, and whose it is. */
export type NewMessage = { readonly session: SessionId; readonly entry: Extract<LogEntry, { kind: 'chat' }> };

/** The ends of all logs. */
export function marksOf(logs: Logs): Marks {
  return new Map([...logs].map(([session, entries]) => [session, entries.at(-1)?.seq ?? 0]));
}

/** The newest message after the marks in a session that is meant. What a session brings along when it opens is not new. */
export function newestMessage(
  logs: Logs,
  before: Marks,
  isMeant: (session: SessionId) => boolean,
): NewMessage | undefined {
  const news = [...logs].flatMap(([session, entries]): NewMessage[] => {
    const mark = before.get(session);
    if (mark === undefined || !isMeant(session)) return [];
    const entry = entries.findLast((one) => one.kind === 'chat' && one.by.kind === 'customer' && one.seq > mark);
    return entry?.kind === 'chat' ? [{ session, entry }] : [];
  });
  return news.toSorted((one, other) => other.entry.at - one.entry.at)[0];
}
