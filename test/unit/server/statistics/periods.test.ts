import assert from 'node:assert/strict';
import { daysBefore, daysOf, hourOf, placeOfDay } from '../../../../server/statistics/periods.ts';

const HOUR_MS = 60 * 60_000;
const at = (moment: string) => Date.parse(moment);

describe('Days of a period', () => {
  it('end with today as the organisation’s clocks show it, which may be tomorrow elsewhere', () => {
    const now = at('2026-06-04T22:30:00Z');
    const last = (zone: string) => daysOf('last-7', now, zone).map(({ day }) => day);
    assert.deepEqual([last('UTC').at(0), last('UTC').at(-1), last('UTC').length], ['2026-05-29', '2026-06-04', 7]);
    assert.deepEqual(last('Asia/Seoul').at(-1), '2026-06-05');
    assert.deepEqual(
      daysOf('today', now, 'Asia/Seoul').map(({ day, fromMs }) => [day, fromMs]),
      [['2026-06-05', at('2026-06-04T15:00:00Z')]],
    );
  });

  it('are 23 or 25 hours long when clocks are changed', () => {
    const lengths = (from: string, to: string) =>
      daysOf({ from, to }, 0, 'Europe/Berlin').map(({ fromMs, toMs }) => (toMs - fromMs) / HOUR_MS);
    assert.deepEqual(lengths('2026-03-28', '2026-03-30'), [24, 23, 24]);
    assert.deepEqual(lengths('2026-10-24', '2026-10-26'), [24, 25, 24]);
  });

  it('are compared with as many days just before, over the end of a month', () => {
    const days = daysOf({ from: '2026-03-01', to: '2026-03-03' }, 0, 'UTC');
    assert.deepEqual(
      daysBefore(days, 'UTC').map(({ day }) => day),
      ['2026-02-26', '2026-02-27', '2026-02-28'],
    );
  });

  it('know the day of the week, Monday first', () => {
    const days = daysOf({ from: '2026-06-01', to: '2026-06-07' }, 0, 'UTC');
    assert.deepEqual(
      days.map(({ weekday }) => weekday),
      [1, 2, 3, 4, 5, 6, 7],
    );
  });
});

describe('The hour on the wall', () => {
  const [spring, autumn] = [
    daysOf({ from: '2026-03-29', to: '2026-03-29' }, 0, 'Europe/Berlin')[0],
    daysOf({ from: '2026-10-25', to: '2026-10-25' }, 0, 'Europe/Berlin')[0],
  ];
  const half = daysOf({ from: '2026-06-01', to: '2026-06-01' }, 0, 'Asia/Kolkata')[0];

  for (const [what, day, moment, hour] of [
    ['before clocks go forward', spring, '2026-03-29T00:59:00Z', 1],
    ['after clocks went forward', spring, '2026-03-29T01:00:00Z', 3],
    ['late on that day', spring, '2026-03-29T21:30:00Z', 23],
    ['in the hour that comes twice, first', autumn, '2026-10-25T00:30:00Z', 2],
    ['in the hour that comes twice, again', autumn, '2026-10-25T01:30:00Z', 2],
    ['after clocks went back', autumn, '2026-10-25T02:00:00Z', 3],
    ['where zones are half hours apart', half, '2026-06-01T04:15:00Z', 9],
  ] as const) {
    it(`is ${hour} ${what}`, () => {
      assert.ok(day);
      assert.equal(hourOf(day, at(moment)), hour);
    });
  }
});

describe('The place of a moment among days', () => {
  it('is that of its day, and none before the first or after the last', () => {
    const days = daysOf({ from: '2026-10-24', to: '2026-10-26' }, 0, 'Europe/Berlin');
    const places = ['2026-10-23T21:59:00Z', '2026-10-23T22:00:00Z', '2026-10-25T22:59:00Z', '2026-10-25T23:00:00Z'];
    assert.deepEqual(
      [...places, '2026-10-26T23:00:00Z'].map((moment) => placeOfDay(days, at(moment))),
      [-1, 0, 1, 2, -1],
    );
  });
});
