/** Days and times at which a customer may wish to be called, in the customer's own time zone. Pure. */
import type { Opening } from '../../../../shared/contract/business-hours.ts';
import { calendarDay, clockTime } from '../../../../shared/ui/format-time.ts';
import { pageLocale } from '../../../../shared/ui/language.ts';

const stepMs = 30 * 60_000;
/** Nobody is asked to call sooner than this: the list has to be read first. */
const soonestMs = 10 * 60_000;

/** A day with its times, which are moments in ms. */
export interface CallDay {
  /** Tells days apart; as the reader's own calendar has it. */
  readonly key: string;
  /** The first time, for whoever names the day. */
  readonly first: number;
  readonly times: readonly number[];
}

/** Every half hour of the openings that is still to come, by day. `timeZone` is the reader's own unless given. */
export function callDays(openings: readonly Opening[], now: number, timeZone?: string): CallDay[] {
  const days = new Map<string, number[]>();
  for (const opening of openings) {
    for (let time = firstOf(opening, now); time < opening.to; time += stepMs) {
      const key = calendarDay(time, { timeZone });
      const known = days.get(key);
      if (known === undefined) days.set(key, [time]);
      else if (!known.includes(time)) known.push(time);
    }
  }
  return [...days].map(([key, times]) => ({ key, first: times[0] ?? 0, times }));
}

/** Half hours count from the beginning of an opening that is to come, else by the clock. */
function firstOf({ from }: Opening, now: number): number {
  const soonest = now + soonestMs;
  return from >= soonest ? from : Math.ceil(soonest / stepMs) * stepMs;
}

/** A day as people name it, such as `Thursday, 26 November`. */
export function dayName(at: number, timeZone?: string): string {
  const format: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(pageLocale, timeZone === undefined ? format : { ...format, timeZone }).format(at);
}

/** Whether two moments lie on the same day of the reader's calendar. */
export function isSameDay(one: number, other: number, timeZone?: string): boolean {
  return calendarDay(one, { timeZone }) === calendarDay(other, { timeZone });
}

/** Days that lie as near as this are known by their weekday alone. */
const nearMs = 6 * 24 * 60 * 60_000;

function shortDayName(at: number, now: number): string {
  if (at - now > nearMs) return dayName(at);
  return new Intl.DateTimeFormat(pageLocale, { weekday: 'long' }).format(at);
}

/** Words for a moment to come: one sentence when it is today, another with the name of the day. */
export function whenWords(
  at: number,
  now: number,
  words: { readonly today: (time: string) => string; readonly later: (day: string, time: string) => string },
): string {
  return isSameDay(at, now) ? words.today(clockTime(at)) : words.later(shortDayName(at, now), clockTime(at));
}
