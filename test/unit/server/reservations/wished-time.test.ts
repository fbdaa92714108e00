import assert from 'node:assert/strict';
import { alwaysOpen } from '../../../../shared/contract/business-hours.ts';
import type { BusinessHours } from '../../../../shared/contract/business-hours.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { checkWishedTime } from '../../../../server/reservations/wished-time.ts';

const now = Date.parse('2026-06-01T09:00Z');
const mornings: BusinessHours = {
  week: Array.from({ length: 7 }, () => [{ from: 8 * 60, to: 12 * 60 }]),
  holidays: [],
};
const check = (wish: string | null, hours = mornings) =>
  checkWishedTime(wish === null ? null : Date.parse(wish), hours, 'UTC', now);
const refused = (wish: string, words: RegExp, hours = mornings) =>
  assert.throws(
    () => check(wish, hours),
    (error) => error instanceof AppError && error.code === 'invalid' && words.test(error.message),
  );

describe('The time at which a customer wishes to be called', () => {
  it('may be any in business hours to come, or none', () => {
    for (const wish of [null, '2026-06-01T09:01Z', '2026-06-02T08:00Z', '2026-06-30T11:59Z']) check(wish);
    check('2026-06-02T03:00Z', alwaysOpen);
  });

  it('is refused when it is over, outside of business hours, or too far ahead', () => {
    refused('2026-06-01T09:00Z', /is over/);
    refused('2026-06-02T07:59Z', /Nobody is there/);
    refused('2026-06-02T12:00Z', /Nobody is there/);
    refused('2026-07-02T09:00Z', /within the next 30 days/, alwaysOpen);
  });
});
