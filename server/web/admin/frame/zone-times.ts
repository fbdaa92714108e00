import { useMemo } from 'preact/hooks';
import { calendarDay, clockTime } from '../../../../shared/ui/format-time.ts';
import { usePanel } from './panel-context.ts';

/** Days and times by one time zone's clock; all take Unix time in milliseconds. */
interface ZoneTimes {
  /** Its IANA name, to stand beside what is shown. */
  readonly zone: string;
  /** `25 Nov 2026` */
  shortDay(at: number): string;
  /** `25 November 2026` */
  day(at: number): string;
  /** `10:02` */
  clock(at: number): string;
  /** `10:02:31` */
  seconds(at: number): string;
}

/** As the organisation's clock shows them, in which filters count whole days. */
export function useTimes(): ZoneTimes {
  const { timeZone } = usePanel().signedIn;
  return useMemo(() => zoneTimes(timeZone), [timeZone]);
}

/** A browser that is too old to know the zone shows UTC, and says so. */
export function zoneTimes(wanted: string): ZoneTimes {
  const timeZone = isKnown(wanted) ? wanted : 'UTC';
  const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const withSeconds = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone });
  return {
    zone: timeZone,
    shortDay: (at) => short.format(at),
    day: (at) => calendarDay(at, { locale: 'en-GB', timeZone }),
    clock: (at) => clockTime(at, { timeZone }),
    seconds: (at) => withSeconds.format(at),
  };
}

function isKnown(timeZone: string): boolean {
  try {
    return Intl.DateTimeFormat(undefined, { timeZone }) !== undefined;
  } catch {
    // A RangeError is how browsers say that they do not know it.
    return false;
  }
}
