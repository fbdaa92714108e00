/** Days as people count them: in a time zone, where some have 23 or 25 hours. Pure. */
import { Temporal } from 'temporal-polyfill';
import type { CalendarDay, Period } from '../../shared/contract/statistics.ts';

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
/** Clocks are put forward and back on half hours, and in no zone more often. */
const STEP_MS = 30 * 60_000;

/** One day of a zone, from its first moment to the first of the next. */
export interface LocalDay {
  readonly day: CalendarDay;
  readonly fromMs: number;
  readonly toMs: number;
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** How far the zone's clocks are before UTC from these moments on; one, but for days on which clocks are changed. */
  readonly offsets: readonly { readonly fromMs: number; readonly offsetMs: number }[];
}

/** The days that a period means on this day, oldest first. */
export function daysOf(period: Period, now: number, zone: string): LocalDay[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  if (typeof period !== 'string') {
    return daysBetween(Temporal.PlainDate.from(period.from), Temporal.PlainDate.from(period.to), zone);
  }
  const days = { today: 1, 'last-7': 7, 'last-30': 30, 'last-90': 90 }[period];
  return daysBetween(today.subtract({ days: days - 1 }), today, zone);
}

/** As many days as these, just before them. */
export function daysBefore(days: readonly LocalDay[], zone: string): LocalDay[] {
  const [first] = days;
  if (first === undefined) return [];
  const begin = Temporal.PlainDate.from(first.day);
  return daysBetween(begin.subtract({ days: days.length }), begin.subtract({ days: 1 }), zone);
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate, zone: string): LocalDay[] {
  const days: LocalDay[] = [];
  for (let date = from; Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 1 })) {
    const fromMs = date.toZonedDateTime(zone).epochMilliseconds;
    const toMs = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
    const day = date.toString();
    days.push({ day, fromMs, toMs, weekday: date.dayOfWeek, offsets: offsetsIn(fromMs, toMs, zone) });
  }
  return days;
}

function offsetsIn(fromMs: number, toMs: number, zone: string): LocalDay['offsets'] {
  const offsetAt = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
  const offsets = [{ fromMs, offsetMs: offsetAt(fromMs) }];
  if (toMs - fromMs === DAY_MS) return offsets;
  for (let ms = Math.ceil(fromMs / STEP_MS) * STEP_MS; ms < toMs; ms += STEP_MS) {
    const offsetMs = offsetAt(ms);
    if (offsetMs !== offsets.at(-1)?.offsetMs) offsets.push({ fromMs: ms, offsetMs });
  }
  return offsets;
}

/** The hour that a clock on the wall shows at a moment of the day, 0 to 23. */
export function hourOf({ offsets }: LocalDay, moment: number): number {
  const offset = offsets.findLast(({ fromMs }) => fromMs <= moment)?.offsetMs ?? 0;
  return Math.floor((((moment + offset) % DAY_MS) + DAY_MS) / HOUR_MS) % 24;
}

/** The place in a list of days that follow one another; -1 for a moment in none of them. */
export function placeOfDay(days: readonly LocalDay[], moment: number): number {
  let [low, high] = [0, days.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const day = days[middle];
    if (day === undefined || moment < day.fromMs) high = middle - 1;
    else if (moment >= day.toMs) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** A moment as a clock of the zone shows it, with how far that is from UTC: `2026-11-25T10:02:00+01:00`. */
export function momentIn(zone: string, moment: number): string {
  return Temporal.Instant.fromEpochMilliseconds(moment).toString({ timeZone: zone, smallestUnit: 'second' });
}

/** From the first moment of one day to the last of another, where they are given. */
export function spanOf(
  from: CalendarDay | null,
  to: CalendarDay | null,
  zone: string,
): { readonly fromMs: number | undefined; readonly toMs: number | undefined } {
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  return {
    fromMs: from === null ? undefined : startOf(Temporal.PlainDate.from(from)),
    toMs: to === null ? undefined : startOf(Temporal.PlainDate.from(to).add({ days: 1 })),
  };
}
