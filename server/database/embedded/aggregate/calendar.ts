import { StoreError } from '../errors.ts';
import { kindOf } from '../values/kinds.ts';

/** The units of time that date functions count in. */
export const timeUnits = [
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
  'millisecond',
] as const;
export type TimeUnit = (typeof timeUnits)[number];

const dayMs = 24 * 60 * 60 * 1000;
const unitMs: Partial<Record<TimeUnit, number>> = {
  week: 7 * dayMs,
  day: dayMs,
  hour: 60 * 60 * 1000,
  minute: 60 * 1000,
  second: 1000,
  millisecond: 1,
};
const unitMonths: Partial<Record<TimeUnit, number>> = { year: 12, quarter: 3, month: 1 };

/** Bins of several units are counted from this moment, as in MongoDB. */
const epoch = Date.UTC(2000, 0, 1);
const epochIsoWeekday = 6;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Reads a unit of time. */
export function timeUnit(name: string, value: unknown): TimeUnit {
  const unit = timeUnits.find((each) => each === value);
  if (unit === undefined) throw new StoreError('FailedToParse', `${name}: unknown time unit value: ${shown(value)}`);
  return unit;
}

/** 1 for Monday to 7 for Sunday, of a name or its first three letters; Sunday when none is given. */
export function isoWeekdayNamed(name: string, value: unknown): number {
  if (value === undefined || value === null) return 7;
  const place = typeof value === 'string' ? weekdays.indexOf(value.toLowerCase().slice(0, 3)) : -1;
  if (place < 0) throw new StoreError('FailedToParse', `${name}: unknown day of week value: ${shown(value)}`);
  return place + 1;
}

/** The start of the bin of `size` units in which a wall clock's date lies. */
export function startOfBin(date: Date, unit: TimeUnit, size: number, firstIsoWeekday: number): Date {
  const months = unitMonths[unit];
  if (months !== undefined) {
    const since = monthsSinceEpoch(date);
    return monthsAfterEpoch(since - remainder(since, months * size));
  }
  const length = (unitMs[unit] ?? 1) * size;
  const start = unit === 'week' ? epoch + remainder(firstIsoWeekday - epochIsoWeekday, 7) * dayMs : epoch;
  return new Date(date.getTime() - remainder(date.getTime() - start, length));
}

/** How many borders between units lie between two dates of a wall clock. */
export function unitsBetween(from: Date, to: Date, unit: TimeUnit, firstIsoWeekday: number): number {
  const start = startOfBin(from, unit, 1, firstIsoWeekday);
  const end = startOfBin(to, unit, 1, firstIsoWeekday);
  const months = unitMonths[unit];
  if (months !== undefined) return (monthsSinceEpoch(end) - monthsSinceEpoch(start)) / months;
  return Math.round((end.getTime() - start.getTime()) / (unitMs[unit] ?? 1));
}

/** The date so many units later; where a month is too short for the day, its last day. */
export function unitsLater(date: Date, unit: TimeUnit, amount: number): Date {
  const months = unitMonths[unit];
  if (months === undefined) return new Date(date.getTime() + (unitMs[unit] ?? 1) * amount);
  const first = monthsAfterEpoch(monthsSinceEpoch(date) + months * amount);
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(date.getUTCDate(), lastDay);
  return new Date(first.getTime() + (day - 1) * dayMs + remainder(date.getTime(), dayMs));
}

/** Whether a unit is a day or longer, so that it is counted on the wall clock. */
export function isCalendarUnit(unit: TimeUnit): boolean {
  return unit in unitMonths || unit === 'week' || unit === 'day';
}

/** 1 for Monday to 7 for Sunday. */
export function isoWeekday(date: Date): number {
  return date.getUTCDay() || 7;
}

/** The ISO week of a date: the year it belongs to, and its number. */
export function isoWeek(date: Date): { year: number; week: number } {
  const thursday = new Date(date.getTime() + (4 - isoWeekday(date)) * dayMs);
  return { year: thursday.getUTCFullYear(), week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
}

/** 1 for the first of January. */
export function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / dayMs) + 1;
}

function monthsSinceEpoch(date: Date): number {
  return (date.getUTCFullYear() - 2000) * 12 + date.getUTCMonth();
}

function monthsAfterEpoch(months: number): Date {
  return new Date(Date.UTC(2000, months, 1));
}

function remainder(value: number, size: number): number {
  return ((value % size) + size) % size;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : kindOf(value);
}
