import { pageLocale } from '../../../shared/ui/language.ts';
import { calendarDay, clockTime } from '../../../shared/ui/format-time.ts';
import { reservationTexts } from '../../texts/reservations-en.ts';

/** A time as the list shows it: only the clock when it is today, else with a short day. */
export function callTime(at: number, now: number): string {
  const time = clockTime(at);
  if (calendarDay(at) === calendarDay(now)) return reservationTexts.today(time);
  const day = new Intl.DateTimeFormat(pageLocale, { weekday: 'short', day: 'numeric', month: 'short' }).format(at);
  return reservationTexts.later(day, time);
}
