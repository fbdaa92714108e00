/** Adds up sheets of days into the statistics of a period, sheet by sheet. Pure. */
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { HourOfWeek, RepShare, Share, Statistics } from '../../shared/contract/statistics.ts';
import { NONE, outcomes, startOfDay, verdicts } from './day-sheet.ts';
import type { Columns, DaySheet, Named, requestColumns, sessionColumns, surveyColumns } from './day-sheet.ts';
import { hourOf, placeOfDay } from './periods.ts';
import type { LocalDay } from './periods.ts';
import { createTally } from './tally.ts';
import type { Tally } from './tally.ts';

/** What is counted; whatever returns false is left out. */
export interface Chosen {
  /** `null` for sessions that began with a code. */
  readonly channel: (id: string | null) => boolean;
  /** `null` for a request that nobody answered. */
  readonly rep: (id: string | null) => boolean;
  readonly incident: (id: string | null) => boolean;
}

/** What people and things are called now. */
export interface Names {
  channel(id: string): string | undefined;
  rep(id: AccountId): string;
  /** Of what began with a code. */
  readonly byCode: string;
  /** Of a rep's group, with those above it; its id is `null` for none. */
  groupOf(rep: AccountId): Named | undefined;
  /** Of who stands in no group. */
  readonly noGroup: string;
  /** Of what has no incident. */
  readonly noIncident: string;
}

type Parts = Pick<Statistics, 'totals' | 'days' | 'hours' | 'channels' | 'groups' | 'incidents' | 'reps'>;

export interface Adding {
  /** Counts what lies in the days; the sheet may hold more. */
  add(sheet: DaySheet): void;
  result(names: Names): Parts;
}

/** Sums over `days`, which follow one another. */
export function createAdding(days: readonly LocalDay[], chosen: Chosen): Adding {
  const totals = createTally();
  const byDay = days.map(createTally);
  const byChannel = createShares();
  const byIncident = createShares();
  const byRep = new Map<AccountId, RepSum>();
  const byHour = new Map<number, number>();
  const repSum = (rep: AccountId): RepSum => {
    const known = byRep.get(rep) ?? { tally: createTally(), onlineMs: 0, busyMs: 0, awayMs: 0, missed: 0 };
    byRep.set(rep, known);
    return known;
  };

  /** The tallies in which a row counts; none when it is left out. */
  function talliesOf(sheet: DaySheet, keep: Kept, table: Row, row: number): { tallies: Tally[]; place: number } {
    const channel = table.channel[row] ?? NONE;
    const rep = table.rep[row] ?? NONE;
    const incident = table.incident[row] ?? NONE;
    const place = placeOfDay(days, startOfDay(sheet.day) + (table.at[row] ?? 0));
    if (place < 0 || !keep.channel(channel) || !keep.rep(rep) || !keep.incident(incident))
      return { tallies: [], place };
    const account = sheet.reps[rep];
    const tallies = [totals, byChannel.of(sheet.channels[channel]), byIncident.of(sheet.incidents[incident])];
    const ofDay = byDay[place];
    if (ofDay !== undefined) tallies.push(ofDay);
    if (account !== undefined) tallies.push(repSum(account).tally);
    return { tallies, place };
  }

  function countHour(place: number, moment: number) {
    const day = days[place];
    if (day === undefined) return;
    const slot = day.weekday * 24 + hourOf(day, moment);
    byHour.set(slot, (byHour.get(slot) ?? 0) + 1);
  }

  function addPresence(sheet: DaySheet, keep: Kept) {
    const { presence, missed } = sheet;
    const start = startOfDay(sheet.day);
    for (let row = 0; row < presence.rep.length; row += 1) {
      const rep = sheet.reps[presence.rep[row] ?? NONE];
      const at = start + (presence.hour[row] ?? 0) * 60 * 60_000;
      if (rep === undefined || !keep.rep(presence.rep[row] ?? NONE) || placeOfDay(days, at) < 0) continue;
      const sum = repSum(rep);
      sum.onlineMs += presence.onlineMs[row] ?? 0;
      sum.busyMs += presence.busyMs[row] ?? 0;
      sum.awayMs += presence.awayMs[row] ?? 0;
    }
    for (let row = 0; row < missed.rep.length; row += 1) {
      const rep = sheet.reps[missed.rep[row] ?? NONE];
      const isIn = placeOfDay(days, start + (missed.at[row] ?? 0)) >= 0;
      if (
        rep === undefined ||
        !isIn ||
        !keep.rep(missed.rep[row] ?? NONE) ||
        !keep.channel(missed.channel[row] ?? NONE)
      )
        continue;
      repSum(rep).missed += 1;
    }
  }

  return {
    add(sheet) {
      const keep = keptOf(sheet, chosen);
      const { requests, sessions, survey } = sheet;
      for (let row = 0; row < requests.at.length; row += 1) {
        const { tallies, place } = talliesOf(sheet, keep, requests, row);
        if (tallies.length === 0) continue;
        const outcome = outcomes[requests.outcome[row] ?? 0] ?? 'waiting';
        for (const tally of tallies) tally.request(outcome, requests.waitMs[row] ?? NONE);
        countHour(place, startOfDay(sheet.day) + (requests.at[row] ?? 0));
      }
      for (let row = 0; row < sessions.at.length; row += 1) {
        for (const tally of talliesOf(sheet, keep, sessions, row).tallies) {
          tally.session(sessions.lengthMs[row] ?? NONE);
        }
      }
      for (let row = 0; row < survey.at.length; row += 1) {
        for (const tally of talliesOf(sheet, keep, survey, row).tallies) {
          tally.survey(survey.face[row] ?? NONE, verdicts[survey.verdict[row] ?? NONE]);
        }
      }
      addPresence(sheet, keep);
    },
    result: (names) => ({
      totals: totals.measures(),
      days: days.map(({ day }, place) => ({ day, measures: (byDay[place] ?? createTally()).measures() })),
      hours: hoursOf(byHour, days),
      channels: byChannel.result(names.byCode, (id) => names.channel(id)),
      groups: groupsOf(byRep, names),
      incidents: byIncident.result(names.noIncident, () => undefined),
      reps: [...byRep]
        .map(([id, { tally, ...rest }]): RepShare => ({ id, name: names.rep(id), measures: tally.measures(), ...rest }))
        .sort((one, other) => one.name.localeCompare(other.name)),
    }),
  };
}

/** Reps put together by the groups in which they stand. */
function groupsOf(byRep: ReadonlyMap<AccountId, RepSum>, names: Names): Share[] {
  const shares = createShares();
  for (const [rep, { tally }] of byRep) tally.addTo(shares.of(names.groupOf(rep)));
  return shares.result(names.noGroup, () => undefined);
}

interface RepSum {
  readonly tally: Tally;
  onlineMs: number;
  busyMs: number;
  awayMs: number;
  missed: number;
}

type Row = Pick<
  Columns<typeof requestColumns> & Columns<typeof sessionColumns> & Columns<typeof surveyColumns>,
  'at' | 'channel' | 'rep' | 'incident'
>;

/** Whether what stands at a place of the sheet's lists is counted. */
interface Kept {
  readonly channel: (place: number) => boolean;
  readonly rep: (place: number) => boolean;
  readonly incident: (place: number) => boolean;
}

/** Asked once for each thing of a sheet, and not once for each row. */
function keptOf({ channels, reps, incidents }: DaySheet, chosen: Chosen): Kept {
  const answers = (ids: readonly string[], isChosen: (id: string | null) => boolean) => {
    const each = ids.map(isChosen);
    const none = isChosen(null);
    return (place: number) => (place === NONE ? none : (each[place] ?? false));
  };
  return {
    channel: answers(
      channels.map(({ id }) => id),
      chosen.channel,
    ),
    rep: answers(reps, chosen.rep),
    incident: answers(
      incidents.map(({ id }) => id),
      chosen.incident,
    ),
  };
}

function createShares() {
  const tallies = new Map<string | null, { name: string; tally: Tally }>();
  return {
    of(named: Named | undefined): Tally {
      const id = named?.id ?? null;
      const known = tallies.get(id) ?? { name: '', tally: createTally() };
      // The name of the latest day: sheets come in order.
      tallies.set(id, named === undefined ? known : { ...known, name: named.name });
      return known.tally;
    },
    /** Largest first. */
    result(nameOfNone: string, nameNow: (id: string) => string | undefined): Share[] {
      return [...tallies]
        .map(([id, { name, tally }]): Share => {
          const called = id === null ? nameOfNone : (nameNow(id) ?? name);
          return { id, name: called, measures: tally.measures() };
        })
        .sort((one, other) => size(other) - size(one) || one.name.localeCompare(other.name));
    },
  };
}

function size({ measures }: Share): number {
  return Math.max(measures.requests, measures.sessions);
}

function hoursOf(byHour: ReadonlyMap<number, number>, days: readonly LocalDay[]): HourOfWeek[] {
  return [...byHour]
    .sort(([one], [other]) => one - other)
    .map(([slot, requests]) => {
      const weekday = Math.floor(slot / 24);
      const such = days.filter((day) => day.weekday === weekday).length;
      return { weekday, hour: slot % 24, requests, average: requests / Math.max(1, such) };
    });
}
