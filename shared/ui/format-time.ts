import { pageLanguage, pageLocale } from './language.ts';
import { ordinalWordsDe } from './texts-de.ts';
import { ordinalWordsEn } from './texts-en.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

type Place = {
  /** BCP 47; without it that of the page's language, or the browser's own where the page has only one. */
  locale?: string | undefined;
  /** IANA name; the computer's own without it. */
  timeZone?: string | undefined;
};

/** The time of day as `10:02`, in 24 hours everywhere, so that columns line up. `atMs` is Unix time in ms. */
export function clockTime(atMs: number, { locale = pageLocale, timeZone }: Place = {}): string {
  const format: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return new Intl.DateTimeFormat(locale, timeZone === undefined ? format : { ...format, timeZone }).format(atMs);
}

/** The day as `12 June 2025` in the reader's language. */
export function calendarDay(atMs: number, { locale = pageLocale, timeZone }: Place = {}): string {
  const format: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
  return new Intl.DateTimeFormat(locale, timeZone === undefined ? format : { ...format, timeZone }).format(atMs);
}

/** A length as `0:06`, `11:05` or `1:02:03`; part seconds are dropped, less than nothing is `0:00`. */
export function duration(lengthMs: number): string {
  const seconds = Math.max(0, Math.floor(lengthMs / SECOND_MS));
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

/** Whole seconds until `untilMs`; a started second counts, so that 0 means over. */
export function secondsUntil(untilMs: number, now: number): number {
  return Math.max(0, Math.ceil((untilMs - now) / SECOND_MS));
}

/** What is left until `untilMs` as `11:05`, or `0:00` once it is over. */
export function timeLeft(untilMs: number, now: number): string {
  return duration(secondsUntil(untilMs, now) * SECOND_MS);
}

/** Countdowns are read aloud at 60, 30 and 10 seconds only. */
export function isReadAloud(secondsLeft: number): boolean {
  return secondsLeft === 60 || secondsLeft === 30 || secondsLeft === 10;
}

/** How long ago, or until when: `now`, `4 minutes ago`, `in 2 hours`, `yesterday`. */
export function relativeTime(atMs: number, now: number, locale: string | undefined = pageLocale): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const distance = atMs - now;
  const size = Math.abs(distance);
  if (size < MINUTE_MS) return format.format(0, 'second');
  if (size < HOUR_MS) return format.format(Math.trunc(distance / MINUTE_MS), 'minute');
  if (size < DAY_MS) return format.format(Math.trunc(distance / HOUR_MS), 'hour');
  return format.format(Math.trunc(distance / DAY_MS), 'day');
}

/** A place in line as a word from `words` (`second`), beyond them as a number (`11th`; other languages: `11.`). */
export function ordinal(place: number, words: OrdinalWords = ordinalWords[pageLanguage]): string {
  const word = words.upToTen[place - 1];
  return word ?? words.beyond(place);
}

const ordinalWords = { en: ordinalWordsEn, de: ordinalWordsDe };

/** How a language counts places in line. */
export type OrdinalWords = { upToTen: readonly string[]; beyond: (place: number) => string };
