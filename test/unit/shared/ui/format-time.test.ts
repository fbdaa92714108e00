import { deepEqual, equal } from 'node:assert/strict';
import {
  calendarDay,
  clockTime,
  duration,
  isReadAloud,
  ordinal,
  relativeTime,
  secondsUntil,
  timeLeft,
} from '../../../../shared/ui/format-time.ts';

const TEN_PAST_TEN = Date.UTC(2025, 5, 12, 8, 10);
const MINUTE_MS = 60_000;

describe('times as people read them', () => {
  it('writes the time of day in 24 hours', () => {
    equal(clockTime(TEN_PAST_TEN, { locale: 'en', timeZone: 'Europe/Brussels' }), '10:10');
    equal(clockTime(Date.UTC(2025, 5, 12, 22, 5), { locale: 'en-US', timeZone: 'Europe/Brussels' }), '00:05');
  });

  it('writes a day in words', () => {
    equal(calendarDay(TEN_PAST_TEN, { locale: 'en-GB', timeZone: 'UTC' }), '12 June 2025');
  });

  it('writes lengths in minutes and seconds, with hours only when there are some', () => {
    deepEqual([0, 6_000, 665_999, 3_723_000, -5].map(duration), ['0:00', '0:06', '11:05', '1:02:03', '0:00']);
  });

  it('counts a started second as one that is left', () => {
    equal(secondsUntil(10_000, 9_001), 1);
    equal(secondsUntil(10_000, 10_000), 0);
    equal(secondsUntil(10_000, 99_000), 0);
    equal(timeLeft(665_000, 500), '11:05');
  });

  it('reads a countdown aloud at 60, 30 and 10 seconds only', () => {
    deepEqual(Array.from({ length: 100 }, (_, seconds) => seconds).filter(isReadAloud), [10, 30, 60]);
  });

  it('says how long ago something was', () => {
    equal(relativeTime(TEN_PAST_TEN - 4 * MINUTE_MS, TEN_PAST_TEN, 'en'), '4 minutes ago');
    equal(relativeTime(TEN_PAST_TEN - 20_000, TEN_PAST_TEN, 'en'), 'now');
    equal(relativeTime(TEN_PAST_TEN + 120 * MINUTE_MS, TEN_PAST_TEN, 'en'), 'in 2 hours');
    equal(relativeTime(TEN_PAST_TEN - 24 * 60 * MINUTE_MS, TEN_PAST_TEN, 'en'), 'yesterday');
  });

  it('tells places in line as words up to ten and as numbers beyond', () => {
    deepEqual(
      [1, 2, 10, 11, 12, 21, 22, 103].map((place) => ordinal(place)),
      ['first', 'second', 'tenth', '11th', '12th', '21st', '22nd', '103rd'],
    );
  });
});
