import assert from 'node:assert/strict';
import * as v from 'valibot';
import { alwaysOpen } from '../../../../shared/contract/business-hours.ts';
import type { BusinessHours } from '../../../../shared/contract/business-hours.ts';
import { ChannelId } from '../../../../shared/contract/identifiers.ts';
import { createChannelOpenings } from '../../../../server/business-hours/channel-openings.ts';

const id = v.parse(ChannelId, 'c'.repeat(22));
const morning: BusinessHours = {
  week: Array.from({ length: 7 }, () => [{ from: 8 * 60, to: 12 * 60 }]),
  holidays: [],
};
const at = (time: string) => Date.parse(`2026-06-01T${time}Z`);

describe('What is remembered of business hours', () => {
  it('holds until the channel turns, and no longer', () => {
    const openings = createChannelOpenings();
    const isOpen = (time: string) => openings.of({ id, hours: morning }, 'UTC', at(time)).isOpen;
    assert.deepEqual(['07:59', '08:00', '11:59', '12:00'].map(isOpen), [false, true, true, false]);
  });

  it('is forgotten when hours or zone are changed, or the clock is set back', () => {
    const openings = createChannelOpenings();
    const isOpen = (hours: BusinessHours, zone: string, time: string) =>
      openings.of({ id, hours }, zone, at(time)).isOpen;
    assert.equal(isOpen(morning, 'UTC', '13:00'), false);
    assert.equal(isOpen(morning, 'UTC', '09:00'), true);
    assert.equal(isOpen(morning, 'Asia/Tokyo', '09:00'), false);
    assert.equal(isOpen(alwaysOpen, 'Asia/Tokyo', '09:00'), true);
  });
});
