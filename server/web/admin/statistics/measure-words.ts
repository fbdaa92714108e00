/** How measures are written down for people. Pure. */
import { duration } from '../../../../shared/ui/format-time.ts';
import { texts } from '../../texts/admin-en.ts';

const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const tinyDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const wholeDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2026-06-04` as `4 June`; `tiny` as `4 Jun`; `whole` as `Thu, 4 Jun 2026`. */
export function dayWords(day: string, size: 'tiny' | 'short' | 'whole' = 'short'): string {
  return { tiny: tinyDay, short: shortDay, whole: wholeDay }[size].format(Date.parse(`${day}T00:00:00Z`));
}

/** `12 May – 10 June`. */
export function spanWords(from: string, to: string): string {
  return texts.statistics.span(dayWords(from), dayWords(to));
}

/** A length as `1:06`; a dash for none. */
export function lengthWords(lengthMs: number | null): string {
  return lengthMs === null ? texts.statistics.figures.none : duration(lengthMs);
}

/** A length of work as `8 h 36 min`; a dash for none. */
export function hoursWords(lengthMs: number): string {
  const minutes = Math.round(lengthMs / 60_000);
  if (minutes === 0) return texts.statistics.figures.none;
  return texts.statistics.hoursAndMinutes(Math.floor(minutes / 60), minutes % 60);
}

/** A change of a length as `+0:08`. */
export function lengthChange(now: number | null, before: number | null): string | undefined {
  if (now === null || before === null) return undefined;
  const change = now - before;
  return `${change < 0 ? '−' : '+'}${duration(Math.abs(change))}`;
}

/** Against so small a part of what is now, per cent say nothing. */
const LEAST_TO_COMPARE = 0.25;

/** A change of a count, in per cent as `+4 %`; nothing where there was nothing, or next to nothing, before. */
export function countChange(now: number, before: number): string | undefined {
  if (before === 0 || before < now * LEAST_TO_COMPARE) return undefined;
  const change = Math.round(((now - before) / before) * 100);
  return `${change < 0 ? '−' : '+'}${texts.statistics.figures.percent(Math.abs(change))}`;
}

/** A change of a small count as `+19`. */
export function plainChange(now: number, before: number): string {
  return `${now < before ? '−' : '+'}${Math.abs(now - before)}`;
}

/** A part of a whole as `94.6 %`; nothing of nothing. */
export function partWords(part: number, whole: number): string | undefined {
  if (whole === 0) return undefined;
  return texts.statistics.figures.percent(Math.round((part / whole) * 1000) / 10);
}

/** An average with one decimal below ten. */
export function roundAverage(average: number): string {
  return average >= 10 ? String(Math.round(average)) : String(Math.round(average * 10) / 10);
}
