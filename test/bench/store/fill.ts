/** Sessions and their logs as a busy year leaves them: always the same ones, so that runs can be compared. */
import * as v from 'valibot';
import { AccountId, ClientEntryId, SessionId } from '../../../shared/contract/identifiers.ts';
import { LogEntry } from '../../../shared/contract/session-log.ts';
import { recordOf } from '../../../server/session-log/entry-record.ts';
import type { LogEntryRecord } from '../../../server/session-log/log-entry-model.ts';
import { emptyProjection } from '../../../server/sessions/project-session.ts';
import type { SessionRecord } from '../../../server/sessions/session-model.ts';
import type { BenchStore } from './bench-store.ts';

export interface Size {
  readonly sessions: number;
  readonly entriesEach: number;
}

const REPS = 100;
const SESSIONS_AT_ONCE = 100;
/** One session in so many still lives. */
const LIVE_EACH = 1000;
const BEGAN = Date.UTC(2026, 0, 1);
const words = 'Thank you, I have looked. The light beside the lid is still orange, and it says that paper is missing.';

/** Puts everything in, a hundred sessions with their entries at a time. Returns how many seconds it took. */
export async function fill({ connection, entries }: BenchStore, size: Size): Promise<number> {
  const startedAt = performance.now();
  for (let first = 0; first < size.sessions; first += SESSIONS_AT_ONCE) {
    const numbers = Array.from(
      { length: Math.min(SESSIONS_AT_ONCE, size.sessions - first) },
      (_, index) => first + index,
    );
    await entries.collection.insertMany(numbers.flatMap((number) => logOf(number, size.entriesEach)));
    await connection
      .collection<SessionRecord>('sessions')
      .insertMany(numbers.map((number) => sessionOf(number, size.entriesEach)));
  }
  return (performance.now() - startedAt) / 1000;
}

export const sessionId = (number: number) => v.parse(SessionId, idOf('session', number));
export const ownerOf = (number: number) => v.parse(AccountId, idOf('account', number % REPS));
export const clientIdOf = (session: number, seq: number) => v.parse(ClientEntryId, idOf(`e${seq}-`, session));

/** Twenty-two characters, as every id has; spread over the whole range as random ones are. */
function idOf(kind: string, number: number): string {
  const spread = Math.imul(number + 1, 2_654_435_761) >>> 0;
  return `${spread.toString(36)}-${kind}${number}`.padEnd(22, '_').slice(0, 22);
}

/** An entry such as the server stores one. */
export function entryOf(session: SessionId, seq: number, clientId: ClientEntryId): LogEntryRecord {
  return recordOf(
    v.parse(LogEntry, {
      session,
      seq,
      at: BEGAN + seq * 20_000,
      by: { kind: 'customer', name: 'Grace Example' },
      audience: 'all',
      clientId,
      kind: 'chat',
      text: words,
    }),
  );
}

function logOf(number: number, length: number): LogEntryRecord[] {
  const session = sessionId(number);
  return Array.from({ length }, (_, index) => entryOf(session, index + 1, clientIdOf(number, index + 1)));
}

function sessionOf(number: number, lastSeq: number): SessionRecord {
  const startedAt = BEGAN + number * 60_000;
  const isLive = number % LIVE_EACH === 0;
  const endedAt = isLive ? null : startedAt + 600_000;
  return {
    _id: sessionId(number),
    owner: ownerOf(number),
    browser: browserOf(number),
    customer: { name: 'Grace Example', email: '', phone: '' },
    channel: null,
    channelName: 'Support',
    reason: 'Printer',
    startedAt,
    state: isLive ? 'live' : 'ended',
    endedAt,
    finished: !isLive,
    read: { customer: lastSeq, reps: lastSeq },
    projection: {
      ...emptyProjection,
      lastSeq,
      customerIn: true,
      ended: endedAt === null ? null : { at: endedAt, by: 'customer', reason: 'finished' },
    },
    dismissed: true,
  };
}

function browserOf(number: number): NonNullable<SessionRecord['browser']> {
  return idOf('browser', number) as NonNullable<SessionRecord['browser']>;
}
