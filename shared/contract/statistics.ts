/** Statistics of requests, sessions and presence, added up over whole days in the organisation's time zone. */
import * as v from 'valibot';
import { AccountId, ChannelId, GroupId } from './identifiers.ts';
import { Moment } from './text.ts';

/** A calendar day, such as `2026-11-25`. */
export const CalendarDay = v.pipe(
  v.string(),
  v.isoDate('must be a day such as 2026-11-25'),
  v.check((day) => {
    const moment = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
  }, 'is no day of the calendar'),
);
export type CalendarDay = v.InferOutput<typeof CalendarDay>;

/** As many days as one question may be about. */
export const MOST_DAYS = 366;

/** The days a question is about: today alone, the last 7, 30 or 90 with today, or from one day to another. */
export const Period = v.union([
  v.picklist(['today', 'last-7', 'last-30', 'last-90']),
  v.pipe(
    v.strictObject({ from: CalendarDay, to: CalendarDay }),
    v.check(({ from, to }) => from <= to, 'must not end before it begins'),
    v.check(
      ({ from, to }) => Date.parse(to) - Date.parse(from) < MOST_DAYS * 24 * 60 * 60_000,
      `must not be longer than ${MOST_DAYS} days`,
    ),
  ),
]);
export type Period = v.InferOutput<typeof Period>;

/** An id of something that the organisation has catalogued. */
export const OtherId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, 'not an id'));

/** What is left out of the statistics: `null` leaves nothing out. `by-code` are sessions that began with a code. */
export const StatisticsFilter = v.strictObject({
  channel: v.nullable(v.union([ChannelId, v.literal('by-code')])),
  /** With everything below it. */
  group: v.nullable(GroupId),
  rep: v.nullable(AccountId),
  incident: v.nullable(OtherId),
});
export type StatisticsFilter = v.InferOutput<typeof StatisticsFilter>;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Length = v.pipe(v.number(), v.minValue(0));
/** `null`: there was nothing to take it from. */
const LengthOrNone = v.nullable(Length);

/** What is counted. Lengths in milliseconds; `nineInTen` is the length that nine in ten did not exceed. */
export const Measures = v.strictObject({
  requests: Count,
  answered: Count,
  /** Left the line before somebody answered. */
  gaveUp: Count,
  /** Answered within a minute. */
  quick: Count,
  medianWaitMs: LengthOrNone,
  nineInTenWaitMs: LengthOrNone,
  /** How long those who left had waited, in the middle. */
  medianGiveUpMs: LengthOrNone,
  /** With a customer in them, whether they began by request or by code. */
  sessions: Count,
  medianSessionMs: LengthOrNone,
  totalSessionMs: Length,
  /** Customers who answered the survey, and those of them who were content (4 or 5 of 5). */
  faces: Count,
  content: Count,
  /** From 1 to 5. */
  averageFace: LengthOrNone,
  /** Sessions of which a rep said whether it is solved, and those that are. */
  judged: Count,
  solved: Count,
});
export type Measures = v.InferOutput<typeof Measures>;

/** What of one channel, group, rep or incident; `id` is `null` for what has none. */
export const Share = v.strictObject({ id: v.nullable(v.string()), name: v.string(), measures: Measures });
export type Share = v.InferOutput<typeof Share>;

/** A rep's part, and how long they were there, in milliseconds. */
export const RepShare = v.strictObject({
  ...Share.entries,
  onlineMs: Length,
  busyMs: Length,
  awayMs: Length,
  /** Offers that they let pass unanswered. */
  missed: Count,
});
export type RepShare = v.InferOutput<typeof RepShare>;

export const DayMeasures = v.strictObject({ day: CalendarDay, measures: Measures });
export type DayMeasures = v.InferOutput<typeof DayMeasures>;

/** Requests in one hour of one day of the week, 1 Monday to 7 Sunday; `average` over those days in the period. */
export const HourOfWeek = v.strictObject({
  weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  hour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
  requests: Count,
  average: Length,
});
export type HourOfWeek = v.InferOutput<typeof HourOfWeek>;

export const Statistics = v.strictObject({
  from: CalendarDay,
  to: CalendarDay,
  /** The same number of days just before. */
  before: v.strictObject({ from: CalendarDay, to: CalendarDay }),
  /** IANA name of the time zone in which days and hours are counted. */
  zone: v.string(),
  countedAt: Moment,
  totals: Measures,
  totalsBefore: Measures,
  days: v.array(DayMeasures),
  hours: v.array(HourOfWeek),
  channels: v.array(Share),
  /** By the group in which each rep stands now. */
  groups: v.array(Share),
  incidents: v.array(Share),
  reps: v.array(RepShare),
});
export type Statistics = v.InferOutput<typeof Statistics>;

/** The parts that can be had as a file. */
export const StatisticsPart = v.picklist(['days', 'hours', 'channels', 'groups', 'incidents', 'reps']);
export type StatisticsPart = v.InferOutput<typeof StatisticsPart>;
