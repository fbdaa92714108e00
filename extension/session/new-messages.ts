/** Which of the customers' messages have come since a view looked last. Pure. */
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { isSaid } from '../port/unread.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';

type Logs = ReadonlyMap<SessionId, readonly LogEntry[]>;

/** Up to where each log has been looked at. */
export type Marks = ReadonlyMap<SessionId, number>;

type Said = Extract<LogEntry, { kind: 'chat' | 'file' }>;

/** A message or a file, and whose it is. */
export type NewMessage = { readonly session: SessionId; readonly entry: Said };

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
    const entry = entries.filter(isSaid).findLast((one) => one.by.kind === 'customer' && one.seq > mark);
    return entry === undefined ? [] : [{ session, entry }];
  });
  return news.toSorted((one, other) => other.entry.at - one.entry.at)[0];
}
