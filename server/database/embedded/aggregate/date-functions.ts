import { Int32, Long, ObjectId } from 'bson';

import { StoreError, notServed } from '../errors.ts';
import { kindOf } from '../values/kinds.ts';
import { toInteger } from '../values/numbers.ts';
import {
  dayOfYear,
  isCalendarUnit,
  isoWeek,
  isoWeekday,
  isoWeekdayNamed,
  startOfBin,
  timeUnit,
  unitsBetween,
  unitsLater,
} from './calendar.ts';
import type { NamedFunction } from './expression.ts';
import { isNothing } from './truth.ts';
import { fromWallClock, toWallClock, zoneOffsetMs } from './zoned-time.ts';

type Operands = Parameters<NamedFunction['compute']>[0];

/** Functions of dates. Days and longer units are those of the wall clock of `timezone`, with its summer time. */
export const dateFunctions: Readonly<Record<string, NamedFunction>> = {
  $year: part((date) => date.getUTCFullYear()),
  $month: part((date) => date.getUTCMonth() + 1),
  $dayOfMonth: part((date) => date.getUTCDate()),
  $dayOfYear: part(dayOfYear),
  $dayOfWeek: part((date) => date.getUTCDay() + 1),
  $isoDayOfWeek: part(isoWeekday),
  $isoWeek: part((date) => isoWeek(date).week),
  $isoWeekYear: part((date) => isoWeek(date).year),
  $hour: part((date) => date.getUTCHours()),
  $minute: part((date) => date.getUTCMinutes()),
  $second: part((date) => date.getUTCSeconds()),
  $millisecond: part((date) => date.getUTCMilliseconds()),
  $dateTrunc: {
    names: ['date', 'unit', 'binSize', 'timezone', 'startOfWeek'],
    compute: (operands) => {
      const { date, unit, binSize, startOfWeek } = operands;
      if (isNothing(date) || isNothing(unit) || zoneOf(operands) === undefined) return null;
      const size = binSize === undefined ? 1 : (toInteger(binSize) ?? 0);
      if (size <= 0) throw new StoreError('BadValue', "$dateTrunc requires 'binSize' to be a positive whole number");
      const firstDay = isoWeekdayNamed('$dateTrunc', startOfWeek);
      return onWallClock(operands, (wallClock) => startOfBin(wallClock, timeUnit('$dateTrunc', unit), size, firstDay));
    },
  },
  $dateAdd: shifting('$dateAdd', 1),
  $dateSubtract: shifting('$dateSubtract', -1),
  $dateDiff: {
    names: ['startDate', 'endDate', 'unit', 'timezone', 'startOfWeek'],
    compute: (operands) => {
      const { startDate, endDate, unit, startOfWeek } = operands;
      const zone = zoneOf(operands);
      if (isNothing(startDate) || isNothing(endDate) || isNothing(unit) || zone === undefined) return null;
      const [from, to] = [dateOf(startDate), dateOf(endDate)].map((date) => toWallClock(date, zone));
      if (from === undefined || to === undefined) return null;
      const firstDay = isoWeekdayNamed('$dateDiff', startOfWeek);
      return Long.fromNumber(unitsBetween(from, to, timeUnit('$dateDiff', unit), firstDay));
    },
  },
  $dateToString: {
    names: ['date', 'format', 'timezone', 'onNull'],
    compute: (operands) => {
      const { date, format = '%Y-%m-%dT%H:%M:%S.%LZ', onNull = null } = operands;
      const zone = zoneOf(operands);
      if (isNothing(date) || zone === undefined) return onNull;
      if (typeof format !== 'string')
        throw new StoreError('BadValue', "$dateToString requires that 'format' be a string");
      return formatted(dateOf(date), zone, format);
    },
  },
};

function part(of: (wallClock: Date) => number): NamedFunction {
  return {
    names: ['date', 'timezone'],
    compute: (operands) => {
      const zone = zoneOf(operands);
      if (isNothing(operands['date']) || zone === undefined) return null;
      return new Int32(of(toWallClock(dateOf(operands['date']), zone)));
    },
  };
}

function shifting(name: string, sign: 1 | -1): NamedFunction {
  return {
    names: ['startDate', 'unit', 'amount', 'timezone'],
    compute: (operands) => {
      const { startDate, unit, amount } = operands;
      if (isNothing(startDate) || isNothing(unit) || isNothing(amount) || zoneOf(operands) === undefined) return null;
      const whole = toInteger(amount);
      if (whole === undefined) throw new StoreError('BadValue', `${name} expects a whole number as 'amount'`);
      return onWallClock({ ...operands, date: startDate }, (wallClock) =>
        unitsLater(wallClock, timeUnit(name, unit), sign * whole),
      );
    },
  };
}

/** Changes a date on the wall clock of the zone; hours and shorter units, which do not know summer time, on the offset that holds. */
function onWallClock(operands: Operands, change: (wallClock: Date) => Date): Date {
  const date = dateOf(operands['date']);
  const zone = zoneOf(operands) ?? 'UTC';
  const changed = change(toWallClock(date, zone));
  if (isCalendarUnit(timeUnit('date', operands['unit']))) return fromWallClock(changed, zone);
  return new Date(changed.getTime() - zoneOffsetMs(date.getTime(), zone));
}

function dateOf(value: unknown): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  throw new StoreError('BadValue', `can't convert from BSON type ${kindOf(value)} to Date`);
}

/** The zone that is given, UTC when there is none; undefined when it is null, which makes the whole result null. */
function zoneOf({ timezone = 'UTC' }: Operands): string | undefined {
  if (timezone === null) return undefined;
  if (typeof timezone !== 'string') throw new StoreError('BadValue', `timezone must evaluate to a string`);
  return timezone;
}

const formats: Readonly<Record<string, (date: Date, offsetMinutes: number) => string>> = {
  Y: (date) => digits(date.getUTCFullYear(), 4),
  m: (date) => digits(date.getUTCMonth() + 1, 2),
  d: (date) => digits(date.getUTCDate(), 2),
  H: (date) => digits(date.getUTCHours(), 2),
  M: (date) => digits(date.getUTCMinutes(), 2),
  S: (date) => digits(date.getUTCSeconds(), 2),
  L: (date) => digits(date.getUTCMilliseconds(), 3),
  j: (date) => digits(dayOfYear(date), 3),
  u: (date) => String(isoWeekday(date)),
  w: (date) => String(date.getUTCDay() + 1),
  V: (date) => digits(isoWeek(date).week, 2),
  G: (date) => digits(isoWeek(date).year, 4),
  z: (_date, offset) =>
    `${offset < 0 ? '-' : '+'}${digits(Math.abs(offset / 60), 2)}${digits(Math.abs(offset % 60), 2)}`,
  Z: (_date, offset) => String(offset),
  '%': () => '%',
};

function formatted(date: Date, zone: string, format: string): string {
  const wallClock = toWallClock(date, zone);
  const offsetMinutes = zoneOffsetMs(date.getTime(), zone) / 60_000;
  return format.replace(/%(.?)/g, (_whole, letter: string) => {
    const write = formats[letter];
    if (write === undefined) throw notServed(`the letter '${letter}' in a $dateToString format`);
    return write(wallClock, offsetMinutes);
  });
}

function digits(value: number, count: number): string {
  return String(Math.trunc(value)).padStart(count, '0');
}
