/** When a support channel is open, as an administrator writes it down: in the organisation's time zone. */
import * as v from 'valibot';
import { Moment, line } from './text.ts';

/** Minutes in a day; also "midnight at its end". */
export const DAY_MINUTES = 1440;

/**
 * From one minute after midnight to another. A span whose end is not after its beginning ends on the next day; it
 * belongs to the day on which it begins.
 */
export const HoursSpan = v.pipe(
  v.strictObject({
    from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(DAY_MINUTES - 1)),
    to: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(DAY_MINUTES)),
  }),
  v.check(({ from, to }) => from !== to, 'must have a length'),
);
export type HoursSpan = v.InferOutput<typeof HoursSpan>;

/** The spans of one day, in order, without overlaps; none is a closed day. */
export const DayHours = v.pipe(
  v.array(HoursSpan),
  v.maxLength(6, 'must not have more than six parts'),
  v.check(
    (spans) => spans.every((span, index) => index === 0 || endsBefore(spans[index - 1], span)),
    'must be in order and not overlap',
  ),
);
export type DayHours = v.InferOutput<typeof DayHours>;

/** Monday to Sunday. */
export const WeekHours = v.pipe(v.array(DayHours), v.length(7));

/** A day of the calendar, such as `2026-12-24`. */
export const CalendarDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-12-24'),
  v.check((text) => isDate(text), 'must be a day of the calendar'),
);

/** A day that has hours of its own; without any it is closed. */
export const Holiday = v.strictObject({ date: CalendarDate, name: line(60), hours: DayHours });
export type Holiday = v.InferOutput<typeof Holiday>;

/** `week: null` is open day and night, holidays aside. */
export const BusinessHours = v.strictObject({
  week: v.nullable(WeekHours),
  holidays: v.pipe(
    v.array(Holiday),
    v.maxLength(100),
    v.check((days) => new Set(days.map(({ date }) => date)).size === days.length, 'must have each day once'),
  ),
});
export type BusinessHours = v.InferOutput<typeof BusinessHours>;

/** What a channel has before somebody writes down its hours. */
export const alwaysOpen: BusinessHours = { week: null, holidays: [] };

/** An IANA time zone that this program knows, such as `Europe/Berlin`. */
export const TimeZone = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^[A-Za-z][A-Za-z0-9_+/-]*$/, 'must be a time zone such as Europe/Berlin'),
  v.check(isTimeZone, 'must be a time zone such as Europe/Berlin'),
);

/** A stretch of time in which a channel is open. */
export const Opening = v.strictObject({ from: Moment, to: Moment });
export type Opening = v.InferOutput<typeof Opening>;

/** Whether a span ends on the day after it begins. */
export function isOvernight(span: HoursSpan | undefined): boolean {
  return span !== undefined && span.to <= span.from;
}

function endsBefore(span: HoursSpan | undefined, next: HoursSpan): boolean {
  return span !== undefined && !isOvernight(span) && span.to <= next.from;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // Intl throws for a name that it does not know.
    return false;
  }
}
