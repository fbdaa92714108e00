import type { BusinessHours } from '../../shared/contract/business-hours.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { isOpenAt } from '../business-hours/opening-times.ts';

/** Farther ahead nobody can promise anything. */
export const farthestWishMs = 30 * 24 * 60 * 60_000;

/**
 * Refuses a wished time that cannot be kept.
 * @throws AppError `invalid`, with what to do next
 */
export function checkWishedTime(wishedAt: number | null, hours: BusinessHours, timeZone: string, now: number): void {
  if (wishedAt === null) return;
  if (wishedAt <= now) throw new AppError('invalid', { text: 'That time is over. Choose another one.' });
  if (wishedAt > now + farthestWishMs)
    throw new AppError('invalid', { text: 'That is too far ahead. Choose a time within the next 30 days.' });
  if (!isOpenAt(hours, timeZone, wishedAt))
    throw new AppError('invalid', { text: 'Nobody is there at that time. Choose another one.' });
}
