/** One day (UTC) of facts in small: who asked when, how it went, who was there. Nothing in it names a customer. */
import * as v from 'valibot';
import { Presence } from '../../shared/contract/account.ts';
import { AccountId } from '../../shared/contract/identifiers.ts';
import { Solved } from '../../shared/contract/survey.ts';
import { CalendarDay } from '../../shared/contract/statistics.ts';
import { packColumns, unpackColumns } from './columns.ts';

export const DAY_MS = 24 * 60 * 60_000;

/** Something that rows point to by its place in a list, with the name it had on that day. */
export const Named = v.object({ id: v.string(), name: v.string() });
export type Named = v.InferOutput<typeof Named>;

/** How a request stood; rows hold the place in this list. */
export const outcomes = ['waiting', 'answered', 'gave-up'] as const;
export type Outcome = (typeof outcomes)[number];

/** What reps say of how it went; rows hold the place in this list. */
export const verdicts = Solved.options;

/** Stands in a row for what there is none of. */
export const NONE = -1;

/** The columns of each table, in the order in which they are packed. `at` is milliseconds since the day began. */
export const requestColumns = ['at', 'channel', 'rep', 'incident', 'outcome', 'waitMs'] as const;
export const sessionColumns = ['at', 'channel', 'rep', 'incident', 'lengthMs'] as const;
export const presenceColumns = ['rep', 'hour', 'onlineMs', 'busyMs', 'awayMs'] as const;
export const missedColumns = ['at', 'channel', 'rep'] as const;
/** One row an answer: the customer's face, or the rep's verdict. */
export const surveyColumns = ['at', 'channel', 'rep', 'incident', 'face', 'verdict'] as const;

/** A table by its columns' names. */
export type Columns<Names extends readonly string[]> = Readonly<Record<Names[number], ArrayLike<number>>>;

/** What is known of a day. `channels`, `reps` and `incidents` are what the tables' numbers point to. */
export interface DaySheet {
  readonly day: string;
  readonly channels: readonly Named[];
  readonly reps: readonly AccountId[];
  readonly incidents: readonly Named[];
  readonly requests: Columns<typeof requestColumns>;
  readonly sessions: Columns<typeof sessionColumns>;
  readonly presence: Columns<typeof presenceColumns>;
  readonly missed: Columns<typeof missedColumns>;
  readonly survey: Columns<typeof surveyColumns>;
  /** What each rep was when the day ended; who was Offline is left out. */
  readonly atEnd: readonly Standing[];
}

export const Standing = v.object({ rep: AccountId, presence: Presence });
export type Standing = v.InferOutput<typeof Standing>;

const Packed = v.fallback(v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/)), '');

/** A day as it is stored, once nothing in it can change any more. `_id` is the day. */
export const StoredDaySheet = v.object({
  _id: CalendarDay,
  channels: v.array(Named),
  reps: v.array(AccountId),
  incidents: v.array(Named),
  requests: Packed,
  sessions: Packed,
  presence: Packed,
  missed: Packed,
  /** Days that an older program has kept have none. */
  survey: Packed,
  atEnd: v.fallback(v.array(Standing), []),
});
export type StoredDaySheet = v.InferOutput<typeof StoredDaySheet>;

/** The sheet in a document. */
export function unpackSheet(stored: StoredDaySheet): DaySheet {
  const { _id: day, channels, reps, incidents, requests, sessions, presence, missed, survey, atEnd } = stored;
  return {
    day,
    channels,
    reps,
    incidents,
    requests: unpack(requests, requestColumns),
    sessions: unpack(sessions, sessionColumns),
    presence: unpack(presence, presenceColumns),
    missed: unpack(missed, missedColumns),
    survey: unpack(survey, surveyColumns),
    atEnd,
  };
}

/** The document of a sheet. */
export function packSheet({ day, channels, reps, incidents, atEnd, ...tables }: DaySheet): StoredDaySheet {
  return {
    _id: day,
    channels: [...channels],
    reps: [...reps],
    incidents: [...incidents],
    requests: pack(tables.requests, requestColumns),
    sessions: pack(tables.sessions, sessionColumns),
    presence: pack(tables.presence, presenceColumns),
    missed: pack(tables.missed, missedColumns),
    survey: pack(tables.survey, surveyColumns),
    atEnd: [...atEnd],
  };
}

/** A day's first moment, in milliseconds since 1970. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The day (UTC) in which a moment lies. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function unpack<Names extends readonly string[]>(packed: string, names: Names): Columns<Names> {
  const columns = unpackColumns(packed, names.length);
  return Object.fromEntries(names.map((name, place) => [name, columns[place]])) as unknown as Columns<Names>;
}

function pack<Names extends readonly string[]>(table: Columns<Names>, names: Names): string {
  return packColumns(names.map((name) => Array.from(table[name as Names[number]])));
}
