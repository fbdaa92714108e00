/** Which days a chart shows. Pure. */
import type { DayMeasures } from '../../../../shared/contract/statistics.ts';

/** A day stands out that had at least so many times the requests of a usual one. */
const STANDS_OUT = 1.4;
const LEAST_TO_STAND_OUT = 5;

/** Without the days of the week on which nobody ever asked in this time, such as Sundays; what is shut needs no room. */
export function openDays(days: readonly DayMeasures[]): readonly DayMeasures[] {
  const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
  const busy = new Set(
    days.filter(({ measures }) => measures.requests + measures.sessions > 0).map(({ day }) => weekday(day)),
  );
  return busy.size === 0 ? days : days.filter(({ day }) => busy.has(weekday(day)));
}

/** The day with by far the most requests; nothing where no day stands out. */
export function outlierOf(days: readonly DayMeasures[]): DayMeasures | undefined {
  const busy = days.filter(({ measures }) => measures.requests > 0);
  const ordered = busy.toSorted((one, other) => other.measures.requests - one.measures.requests);
  const [most] = ordered;
  const usual = ordered[Math.floor(ordered.length / 2)]?.measures.requests ?? 0;
  if (most === undefined || most.measures.requests < LEAST_TO_STAND_OUT || ordered.length < 3) return undefined;
  return most.measures.requests >= usual * STANDS_OUT ? most : undefined;
}
