/** Makes the sheet of a day from what the store has of it. Pure. */
import type { Presence } from '../../shared/contract/account.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { Face, Solved } from '../../shared/contract/survey.ts';
import { DAY_MS, NONE, outcomes, startOfDay, verdicts } from './day-sheet.ts';
import type { DaySheet, Named, Outcome, Standing } from './day-sheet.ts';

const HOUR_MS = 60 * 60_000;

/** A request as far as statistics go. */
export interface RequestFact {
  readonly at: number;
  readonly channel: Named;
  readonly incident: Named | null;
  readonly outcome: Outcome;
  /** Who answered. */
  readonly rep: AccountId | null;
  /** `null` while it waits. */
  readonly settledAt: number | null;
}

/** A session with a customer in it, as far as statistics go. */
export interface SessionFact {
  readonly at: number;
  /** `null` when it began with a code. */
  readonly channel: Named | null;
  readonly incident: Named | null;
  readonly rep: AccountId;
  /** `null` while it lasts. */
  readonly endedAt: number | null;
}

/** A rep became something. */
export interface PresenceFact extends Standing {
  readonly at: number;
}

/** An offer that a rep let pass unanswered. */
export interface MissedFact {
  readonly at: number;
  readonly channel: Named;
  readonly rep: AccountId;
}

/** Somebody answered after a session: the customer by a face, or the rep by a verdict. */
export interface SurveyFact {
  readonly at: number;
  /** `null` when the session began with a code. */
  readonly channel: Named | null;
  readonly rep: AccountId;
  readonly incident: Named | null;
  readonly face: Face | null;
  readonly verdict: Solved | null;
}

export interface DayFacts {
  readonly requests: readonly RequestFact[];
  readonly sessions: readonly SessionFact[];
  /** In order of time. */
  readonly presence: readonly PresenceFact[];
  readonly missed: readonly MissedFact[];
  readonly survey: readonly SurveyFact[];
  /** What reps were when the day began. */
  readonly atStart: readonly Standing[];
  /** Whether some request of the day waits, or some session of it has not ended, even if nobody has come into it yet. */
  readonly isOpen: boolean;
}

/** `now` ends the day that lasts: nobody has been anything in the time to come. */
export function makeDaySheet(day: string, facts: DayFacts, now: number): DaySheet {
  const start = startOfDay(day);
  const [channels, incidents, reps] = [createList(), createList(), createList()];
  const repAt = (id: AccountId | null) => (id === null ? NONE : reps.place({ id, name: '' }));
  const placeOf = (list: typeof channels, named: Named | null) => (named === null ? NONE : list.place(named));
  const lengthOf = (from: number, to: number | null) => (to === null ? NONE : Math.max(0, to - from));

  const requests = facts.requests.map(({ at, channel, rep, incident, outcome, settledAt }) => [
    at - start,
    channels.place(channel),
    repAt(rep),
    placeOf(incidents, incident),
    outcomes.indexOf(outcome),
    lengthOf(at, settledAt),
  ]);
  const sessions = facts.sessions.map(({ at, channel, rep, incident, endedAt }) => [
    at - start,
    placeOf(channels, channel),
    repAt(rep),
    placeOf(incidents, incident),
    lengthOf(at, endedAt),
  ]);
  const missed = facts.missed.map(({ at, channel, rep }) => [at - start, channels.place(channel), repAt(rep)]);
  const survey = facts.survey.map(({ at, channel, rep, incident, face, verdict }) => [
    at - start,
    placeOf(channels, channel),
    repAt(rep),
    placeOf(incidents, incident),
    face ?? NONE,
    verdict === null ? NONE : verdicts.indexOf(verdict),
  ]);
  const { hours, atEnd } = addUpPresence(facts, start, Math.min(start + DAY_MS, Math.max(start, now)));
  const presence = hours.map(({ rep, hour, online, busy, away }) => [repAt(rep), hour, online, busy, away]);
  const [at, channel, rep, incident, outcome, waitMs] = columnsOf(requests, 6);
  const [sessionAt, sessionChannel, sessionRep, sessionIncident, lengthMs] = columnsOf(sessions, 5);
  const [presentRep, hour, onlineMs, busyMs, awayMs] = columnsOf(presence, 5);
  const [missedAt, missedChannel, missedRep] = columnsOf(missed, 3);
  const [saidAt, saidChannel, saidRep, saidIncident, face, verdict] = columnsOf(survey, 6);
  return {
    day,
    channels: channels.all(),
    reps: reps.all().map(({ id }) => id as AccountId),
    incidents: incidents.all(),
    requests: { at, channel, rep, incident, outcome, waitMs },
    sessions: {
      at: sessionAt,
      channel: sessionChannel,
      rep: sessionRep,
      incident: sessionIncident,
      lengthMs,
    },
    presence: { rep: presentRep, hour, onlineMs, busyMs, awayMs },
    missed: { at: missedAt, channel: missedChannel, rep: missedRep },
    survey: { at: saidAt, channel: saidChannel, rep: saidRep, incident: saidIncident, face, verdict },
    atEnd,
  };
}

/** Each thing once, in the order of its first coming. */
function createList() {
  const places = new Map<string, number>();
  const list: Named[] = [];
  return {
    place({ id, name }: Named): number {
      const known = places.get(id);
      if (known !== undefined) return known;
      places.set(id, list.length);
      return list.push({ id, name }) - 1;
    },
    all: (): readonly Named[] => list,
  };
}

function columnsOf<Count extends number>(rows: readonly (readonly number[])[], count: Count) {
  const columns = Array.from({ length: count }, (_none, place) => rows.map((row) => row[place] ?? NONE));
  return columns as ColumnTuple<Count>;
}
type ColumnTuple<Count extends number, Made extends number[][] = []> = Made['length'] extends Count
  ? Made
  : ColumnTuple<Count, [...Made, number[]]>;

interface HourOfRep {
  readonly rep: AccountId;
  readonly hour: number;
  online: number;
  busy: number;
  away: number;
}

/** Walks through the day: each became something, and was it until they became something else, or until `end`. */
function addUpPresence({ presence, atStart }: DayFacts, start: number, end: number) {
  const hours = new Map<string, HourOfRep>();
  const standing = new Map<AccountId, { presence: Presence; since: number }>();
  for (const one of atStart) standing.set(one.rep, { presence: one.presence, since: start });

  const close = (rep: AccountId, until: number) => {
    const was = standing.get(rep);
    if (was === undefined || was.presence === 'offline') return;
    for (let from = was.since; from < until;) {
      const hour = Math.floor((from - start) / HOUR_MS);
      const to = Math.min(until, start + (hour + 1) * HOUR_MS);
      const key = `${rep} ${hour}`;
      const of = hours.get(key) ?? { rep, hour, online: 0, busy: 0, away: 0 };
      hours.set(key, of);
      of[was.presence] += to - from;
      from = to;
    }
  };
  for (const { rep, presence: became, at } of presence) {
    close(rep, at);
    standing.set(rep, { presence: became, since: at });
  }
  for (const rep of standing.keys()) close(rep, end);
  const atEnd = [...standing].flatMap(([rep, { presence: is }]) => (is === 'offline' ? [] : [{ rep, presence: is }]));
  return { hours: [...hours.values()], atEnd };
}

/** Whether nothing of the day can change any more: it is over, nobody waits, and every session has ended. */
export function isSettled(day: string, { isOpen }: Pick<DayFacts, 'isOpen'>, now: number): boolean {
  return !isOpen && now >= startOfDay(day) + DAY_MS + SETTLING_MS;
}

/** What was begun at the very end of a day is written down by then. */
const SETTLING_MS = HOUR_MS;
