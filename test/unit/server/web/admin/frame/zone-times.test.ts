import assert from 'node:assert/strict';
import { zoneTimes } from '../../../../../../server/web/admin/frame/zone-times.ts';

const lateInUtc = Date.UTC(2026, 10, 25, 23, 30, 5);

describe('Days and times of the organisation', () => {
  it('are those of its own clock, wherever the browser is', () => {
    const berlin = zoneTimes('Europe/Berlin');
    assert.deepEqual(
      [berlin.zone, berlin.shortDay(lateInUtc), berlin.clock(lateInUtc), berlin.seconds(lateInUtc)],
      ['Europe/Berlin', '26 Nov 2026', '00:30', '00:30:05'],
    );
    const honolulu = zoneTimes('Pacific/Honolulu');
    assert.deepEqual([honolulu.day(lateInUtc), honolulu.clock(lateInUtc)], ['25 November 2026', '13:30']);
  });

  it('are in UTC, and say so, in a browser that does not know the zone', () => {
    const unknown = zoneTimes('Mars/Olympus_Mons');
    assert.deepEqual([unknown.zone, unknown.clock(lateInUtc)], ['UTC', '23:30']);
  });
});
