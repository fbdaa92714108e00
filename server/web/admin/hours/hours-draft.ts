/** What stands in the fields of a channel's hours, and what it comes to. Pure. */
import * as v from 'valibot';
import { BusinessHours, CalendarDate } from '../../../../shared/contract/business-hours.ts';
import { hoursTexts } from '../../texts/admin-hours-en.ts';
import { hoursText, readHours } from './hours-text.ts';

/** A holiday as it is being written. */
export interface HolidayDraft {
  readonly key: number;
  readonly date: string;
  readonly name: string;
  readonly hours: string;
}

/** Hours as they are being written: a text for each day, Monday first. */
export interface HoursDraft {
  readonly hasHours: boolean;
  readonly days: readonly string[];
  readonly holidays: readonly HolidayDraft[];
}

const officeDay = '09:00–17:00';

/** Somebody who switches hours on begins with an office's week. */
export function hoursDraft({ week, holidays }: BusinessHours): HoursDraft {
  return {
    hasHours: week !== null,
    days: hoursTexts.weekdays.map((_, day) =>
      week === null ? (day < 5 ? officeDay : '') : hoursText(week[day] ?? []),
    ),
    holidays: holidays.map(({ date, name, hours }, key) => ({ key, date, name, hours: hoursText(hours) })),
  };
}

/** What a day's text is not right for; `undefined` for a good one. */
export function dayFault(text: string): string | undefined {
  return readHours(text) === undefined ? hoursTexts.wrongDay : undefined;
}

/** What must be mended of a holiday, field by field. */
export function holidayFaults({ key, date, name, hours }: HolidayDraft, all: readonly HolidayDraft[]) {
  const isTwice = all.some((other) => other.key !== key && other.date === date);
  return {
    ...(v.is(CalendarDate, date) && !isTwice ? {} : { date: hoursTexts.wrongDate }),
    ...(name.trim() === '' ? { name: hoursTexts.wrongName } : {}),
    ...(dayFault(hours) === undefined ? {} : { hours: hoursTexts.wrongDay }),
  };
}

/** The hours that were written; `undefined` while something must be mended. */
export function hoursOf({ hasHours, days, holidays }: HoursDraft): BusinessHours | undefined {
  const read = v.safeParse(BusinessHours, {
    week: hasHours ? days.map(readHours) : null,
    holidays: holidays
      .map(({ date, name, hours }) => ({ date, name, hours: readHours(hours) }))
      .toSorted((one, other) => (one.date < other.date ? -1 : 1)),
  });
  return read.success ? read.output : undefined;
}
