import { StoreError } from '../errors.ts';

const minuteMs = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the wall clock of a zone (`Europe/Berlin`, `+02`, `-0330`, `+05:30`) is ahead of UTC at a moment, in milliseconds. */
export function zoneOffsetMs(moment: number, zone: string): number {
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (fixed !== null) {
    const [, sign, hours, minutes = '0'] = fixed;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minuteMs;
  }
  if (zone === 'UTC' || zone === 'GMT') return 0;
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(moment)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

/** The moment as a wall clock of the zone shows it: a date whose UTC parts are the zone's. */
export function toWallClock(moment: Date, zone: string): Date {
  return new Date(moment.getTime() + zoneOffsetMs(moment.getTime(), zone));
}

/** The moment at which the zone's wall clock shows this; of two such moments the earlier, of none the one after the leap. */
export function fromWallClock(wallClock: Date, zone: string): Date {
  const wanted = wallClock.getTime();
  const earlier = wanted - zoneOffsetMs(wanted - 24 * 60 * minuteMs, zone);
  if (earlier + zoneOffsetMs(earlier, zone) === wanted) return new Date(earlier);
  const later = wanted - zoneOffsetMs(wanted + 24 * 60 * minuteMs, zone);
  return new Date(later + zoneOffsetMs(later, zone) === wanted ? later : earlier);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, made);
    return made;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new StoreError('BadValue', `unrecognized time zone identifier: "${zone}"`);
  }
}
