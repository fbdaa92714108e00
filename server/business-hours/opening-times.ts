/** When a channel is open: business hours and holidays read against the calendar of a time zone. Pure. */
import { Temporal } from 'temporal-polyfill';
import { DAY_MINUTES, isOvernight } from '../../shared/contract/business-hours.ts';
import type { BusinessHours, HoursSpan, Opening } from '../../shared/contract/business-hours.ts';

const dayMs = 24 * 60 * 60_000;
/** Hours that leave longer gaps than this are as good as none. */
const farthestDays = 400;
const daysAtOnce = 14;

/** Whether a channel is open, and when that changes. `until` is `null` where nothing changes in sight. */
export interface OpeningState {
  readonly isOpen: boolean;
  readonly until: number | null;
}

/** How it stands at a moment. While closed, `until` is when it opens. */
export function openingState(hours: BusinessHours, timeZone: string, at: number): OpeningState {
  const farthest = at + farthestDays * dayMs;
  for (let from = at; from < farthest; from += daysAtOnce * dayMs) {
    const until = from + daysAtOnce * dayMs;
    const next = openingsBetween(hours, timeZone, from, until).find(({ to }) => to > at);
    if (next === undefined) continue;
    if (next.from > at) return { isOpen: false, until: next.from };
    // Open beyond what was looked at: looked at again by then.
    return { isOpen: true, until: isAlwaysOpen(hours) ? null : Math.min(next.to, until) };
  }
  return { isOpen: false, until: null };
}

/** Whether a channel is open at a moment. */
export function isOpenAt(hours: BusinessHours, timeZone: string, at: number): boolean {
  return openingsBetween(hours, timeZone, at, at + 1).some(({ from, to }) => from <= at && at < to);
}

/** The openings that touch a stretch of time, in order; what adjoins is one. They are not cut off at its ends. */
export function openingsBetween(hours: BusinessHours, timeZone: string, from: number, until: number): Opening[] {
  const openings: Opening[] = [];
  const last = dateOf(until, timeZone);
  // Hours of the day before may run past midnight.
  for (let day = dateOf(from, timeZone).subtract({ days: 1 }); !isAfter(day, last); day = day.add({ days: 1 })) {
    openings.push(...spansOn(hours, day).map((span) => openingOf(span, day, timeZone)));
  }
  // Of a span that lies in the hour that a change of clocks leaves out, nothing is left.
  return joined(openings.filter((opening) => opening.to > opening.from)).filter(
    (opening) => opening.to > from && opening.from < until,
  );
}

const wholeDay: readonly HoursSpan[] = [{ from: 0, to: DAY_MINUTES }];

/** What belongs to a day: a holiday's own hours, else those of its weekday. */
function spansOn({ week, holidays }: BusinessHours, day: Temporal.PlainDate): readonly HoursSpan[] {
  const holiday = holidays.find(({ date }) => date === day.toString());
  if (holiday !== undefined) return holiday.hours;
  return week === null ? wholeDay : (week[day.dayOfWeek - 1] ?? []);
}

function openingOf(span: HoursSpan, day: Temporal.PlainDate, timeZone: string): Opening {
  const lastDay = isOvernight(span) ? day.add({ days: 1 }) : day;
  return { from: momentOf(day, span.from, timeZone), to: momentOf(lastDay, span.to, timeZone) };
}

/** A time that a change of clocks leaves out counts from after the change; one that comes twice is the first. */
function momentOf(day: Temporal.PlainDate, minutes: number, timeZone: string): number {
  const onDay = minutes === DAY_MINUTES ? day.add({ days: 1 }) : day;
  const time = minutes === DAY_MINUTES ? 0 : minutes;
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(time / 60), minute: time % 60 });
  return onDay.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

function joined(openings: readonly Opening[]): Opening[] {
  const whole: Opening[] = [];
  for (const opening of openings.toSorted((one, other) => one.from - other.from)) {
    const before = whole.at(-1);
    if (before === undefined || before.to < opening.from) whole.push({ ...opening });
    else before.to = Math.max(before.to, opening.to);
  }
  return whole;
}

function dateOf(at: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
}

function isAfter(day: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, other) > 0;
}

function isAlwaysOpen({ week, holidays }: BusinessHours): boolean {
  return week === null && holidays.length === 0;
}
