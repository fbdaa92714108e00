import assert from 'node:assert/strict';
import { phasesOf } from '../../../../server/reports/phases.ts';
import { aLog, asked, begun, granted, shown } from '../sessions/a-log.ts';
import type { Line } from '../sessions/a-log.ts';

const end: Line = [100, 'rep', { kind: 'ended', reason: 'finished' }];
const controlled: readonly Line[] = [
  ...begun,
  [2, 'rep', asked('control')],
  [10, 'host', granted('control')],
  [10, 'host', shown],
];

/** Phase, first and last second, seconds together, stretches. */
function phases(lines: readonly Line[], askedAt: number | null = null, startedAt = 0) {
  const found = phasesOf(aLog(...lines), { askedAt, startedAt, now: 200_000 });
  return found.map(({ phase, from, to, ms, stretches }) => [phase, from / 1000, to && to / 1000, ms / 1000, stretches]);
}

describe('The phases of a session', () => {
  it('are the wait in line, then chat', () => {
    const lines: Line[] = [[40, 'customer', { kind: 'joined', role: 'customer' }], end];
    assert.deepEqual(phases(lines, 10_000, 40_000), [
      ['waiting', 10, 40, 30, 1],
      ['chat', 40, 100, 60, 1],
    ]);
  });

  it('count as waiting until somebody comes with the code', () => {
    const lines: Line[] = [
      [0, 'rep', { kind: 'joined', role: 'rep' }],
      [30, 'customer', { kind: 'joined', role: 'customer' }],
      end,
    ];
    assert.deepEqual(phases(lines), [
      ['waiting', 0, 30, 30, 1],
      ['chat', 30, 100, 70, 1],
    ]);
  });

  it('tell control from seeing, and from the pauses in it, stretch by stretch', () => {
    const lines: Line[] = [
      ...controlled,
      [20, 'host', { kind: 'paused', hand: 'key' }],
      [25, 'host', { kind: 'resumed' }],
      [60, 'host', { kind: 'withdrawn', scope: 'control', place: 'host' }],
      [80, 'host', { kind: 'screen-hidden' }],
      end,
    ];
    assert.deepEqual(phases(lines), [
      ['chat', 0, 100, 30, 2],
      ['controlling', 10, 60, 45, 2],
      ['paused', 20, 25, 5, 1],
      ['seeing', 60, 80, 20, 1],
    ]);
  });

  it('end with the consent, though nobody reported that it ran out', () => {
    const lines: Line[] = [
      ...begun,
      [2, 'rep', asked('view')],
      [10, 'host', granted('view', 70)],
      [10, 'host', shown],
      end,
    ];
    assert.deepEqual(phases(lines), [
      ['chat', 0, 100, 40, 2],
      ['seeing', 10, 70, 60, 1],
    ]);
  });

  it('last still in a session that does', () => {
    assert.deepEqual(phases([...controlled]), [
      ['chat', 0, 10, 10, 1],
      ['controlling', 10, null, 190, 1],
    ]);
  });
});
