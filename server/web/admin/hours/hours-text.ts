/** The hours of a day as people write them, such as `08:00–12:00, 13:00–17:00`. Pure. */
import * as v from 'valibot';
import { DAY_MINUTES, DayHours } from '../../../../shared/contract/business-hours.ts';
import type { HoursSpan } from '../../../../shared/contract/business-hours.ts';

/** As it is shown and can be read back. */
export function hoursText(spans: DayHours): string {
  return spans.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');
}

/** What was typed as hours; `undefined` when it is none. Dashes of any kind, and hours without minutes, will do. */
export function readHours(text: string): DayHours | undefined {
  const parts = text.split(/[,;]/).map((part) => part.trim());
  const spans = parts.filter((part) => part !== '').map(readSpan);
  const read = v.safeParse(DayHours, spans);
  return read.success ? read.output : undefined;
}

function readSpan(text: string): HoursSpan | undefined {
  const [from, to, ...more] = text.split(/\s*[-–—]\s*/).map(readClock);
  return from === undefined || to === undefined || more.length > 0
    ? undefined
    : { from, to: to === 0 ? DAY_MINUTES : to };
}

function readClock(text: string): number | undefined {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text) ?? [];
  const whole = Number(hours) * 60 + Number(minutes);
  return hours === undefined || Number(minutes) > 59 || whole > DAY_MINUTES ? undefined : whole;
}

function clock(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
