import assert from 'node:assert/strict';
import * as v from 'valibot';
import { AccountId } from '../../../../shared/contract/identifiers.ts';
import { packSheet, unpackSheet } from '../../../../server/statistics/day-sheet.ts';
import type { DaySheet } from '../../../../server/statistics/day-sheet.ts';
import { isSettled, makeDaySheet } from '../../../../server/statistics/make-day-sheet.ts';
import type { DayFacts } from '../../../../server/statistics/make-day-sheet.ts';

const DAY = '2026-06-04';
const at = (time: string) => Date.parse(`${DAY}T${time}Z`);
const over = Date.parse('2026-06-06T00:00:00Z');
const [ana, ben] = ['ana', 'ben'].map((name) => v.parse(AccountId, name.padEnd(22, '-')));
const MINUTE_MS = 60_000;

function facts(some: Partial<DayFacts>): DayFacts {
  return { requests: [], sessions: [], presence: [], missed: [], survey: [], atStart: [], isOpen: false, ...some };
}

/** `{ 'ana-- 9': [online, busy, away] }` in minutes. */
function minutesOf({ presence, reps }: DaySheet) {
  return Object.fromEntries(
    Array.from(presence.rep).map((rep, row) => [
      `${reps[rep]?.slice(0, 3)} ${presence.hour[row]}`,
      [presence.onlineMs, presence.busyMs, presence.awayMs].map((column) => (column[row] ?? 0) / MINUTE_MS),
    ]),
  );
}

describe('The sheet of a day', () => {
  assert.ok(ana && ben);

  it('cuts what a rep was into hours, from what they were when the day began', () => {
    const presence = [
      { rep: ana, presence: 'busy', at: at('00:30:00') },
      { rep: ana, presence: 'away', at: at('02:10:00') },
      { rep: ana, presence: 'offline', at: at('02:20:00') },
    ] as const;
    const sheet = makeDaySheet(DAY, facts({ presence, atStart: [{ rep: ana, presence: 'online' }] }), over);
    assert.deepEqual(minutesOf(sheet), { 'ana 0': [30, 30, 0], 'ana 1': [0, 60, 0], 'ana 2': [0, 10, 10] });
    assert.deepEqual(sheet.atEnd, []);
  });

  it('lets who stays be there until the day ends, and tells the next day of it', () => {
    const presence = [{ rep: ben, presence: 'away', at: at('22:30:00') }] as const;
    const sheet = makeDaySheet(DAY, facts({ presence }), over);
    assert.deepEqual(minutesOf(sheet), { 'ben 22': [0, 0, 30], 'ben 23': [0, 0, 60] });
    assert.deepEqual(sheet.atEnd, [{ rep: ben, presence: 'away' }]);
  });

  it('counts nobody’s time that has not come yet', () => {
    const sheet = makeDaySheet(DAY, facts({ atStart: [{ rep: ana, presence: 'online' }] }), at('01:15:00'));
    assert.deepEqual(minutesOf(sheet), { 'ana 0': [60, 0, 0], 'ana 1': [15, 0, 0] });
  });

  it('comes back from the store as it went in', () => {
    const channel = { id: 'channel', name: 'Printing' };
    const incident = { id: 'paper', name: 'Printer › Paper' };
    const sheet = makeDaySheet(
      DAY,
      facts({
        requests: [
          { at: at('09:00:00'), channel, incident, outcome: 'answered', rep: ana, settledAt: at('09:01:00') },
          { at: at('23:59:00'), channel, incident: null, outcome: 'waiting', rep: null, settledAt: null },
        ],
        sessions: [{ at: at('09:01:00'), channel, incident, rep: ana, endedAt: at('09:11:00') }],
        missed: [{ at: at('09:00:20'), channel, rep: ben }],
        survey: [{ at: at('09:12:00'), channel, incident, rep: ana, face: 4, verdict: null }],
        atStart: [{ rep: ben, presence: 'busy' }],
      }),
      over,
    );
    const again = unpackSheet(packSheet(sheet));
    const plain = (one: DaySheet) =>
      JSON.parse(
        JSON.stringify(one, (_key, value: unknown) => (ArrayBuffer.isView(value) ? [...(value as Int32Array)] : value)),
      ) as unknown;
    assert.deepEqual(plain(again), plain(sheet));
    assert.deepEqual([...Array.from(again.requests.waitMs)], [MINUTE_MS, -1]);
    assert.deepEqual([Array.from(again.survey.face), Array.from(again.survey.verdict)], [[4], [-1]]);
  });

  for (const [what, isOpen, now, settled] of [
    ['over, with nobody who waits and no session that lasts', false, '2026-06-05T01:00:00Z', true],
    ['over only just', false, '2026-06-05T00:30:00Z', false],
    ['over, but with a session that lasts', true, '2026-06-09T00:00:00Z', false],
  ] as const) {
    it(`is ${settled ? '' : 'not '}kept for good when the day is ${what}`, () => {
      assert.equal(isSettled(DAY, { isOpen }, Date.parse(now)), settled);
    });
  }
});
