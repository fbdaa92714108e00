import assert from 'node:assert/strict';
import { summarise } from '../../../../server/sessions/summarise.ts';
import { aLog, aSession, asked, begun, facts, granted, hostJoined, shown } from './a-log.ts';
import type { Line } from './a-log.ts';

const subject = { session: aSession, customer: 'Marta', channel: 'General', reason: 'Printer', startedAt: 0 };
const end: Line = [100, 'rep', { kind: 'ended', reason: 'finished' }];

function summaryOf(...lines: readonly Line[]) {
  const summary = summarise(subject, aLog(...lines));
  assert.ok(summary);
  return summary;
}

const viewed: readonly Line[] = [
  ...begun,
  [2, 'rep', asked('view')],
  [10, 'host', granted('view')],
  [12, 'host', shown],
];
const controlled: readonly Line[] = [
  ...begun,
  [2, 'rep', asked('control')],
  [10, 'host', granted('control')],
  [10, 'host', shown],
];

describe('The summary of a session', () => {
  it('is there only when the session has ended', () => {
    assert.equal(summarise(subject, aLog(...begun)), undefined);
  });

  it('says who was in it, how long it took, who ended it and why', () => {
    const summary = summaryOf(...begun, [3, 'rep', { kind: 'chat', text: 'Hello' }], end);
    assert.deepEqual([summary.reps, summary.durationMs, summary.messages], [['Ana'], 100_000, 1]);
    assert.deepEqual([summary.endedBy, summary.endReason, summary.facts], ['rep', 'finished', facts]);
  });

  it('says what the host removed of itself, and nothing when the host said nothing', () => {
    const removal = { program: true, archive: false };
    assert.deepEqual(summaryOf(...viewed, [20, 'host', { kind: 'host-removed', removal }], end).removal, removal);
    assert.equal(summaryOf(...viewed, end).removal, null);
  });

  it('counts a screen as seen from when a viewer showed it', () => {
    const summary = summaryOf(...viewed, [50, 'host', { kind: 'screen-hidden' }], end);
    assert.deepEqual([summary.seenMs, summary.controlledMs], [38_000, 0]);
    assert.deepEqual(
      summary.grants.map(({ scope, usedMs }) => [scope, usedMs]),
      [['view', 38_000]],
    );
  });

  it('does not count control while the customer’s hand had paused it', () => {
    const pauses: Line[] = [
      [20, 'host', { kind: 'paused', hand: 'key' }],
      [35, 'host', { kind: 'resumed' }],
    ];
    const summary = summaryOf(...controlled, ...pauses, end);
    assert.deepEqual([summary.seenMs, summary.controlledMs], [90_000, 75_000]);
  });

  it('stops counting when a consent ran out, even if nobody said so', () => {
    const timed: Line[] = [
      [10, 'host', granted('view', 40)],
      [10, 'host', shown],
    ];
    assert.equal(summaryOf(...begun, [2, 'rep', asked('view', 15)], ...timed, end).seenMs, 30_000);
    assert.equal(
      summaryOf(
        ...begun,
        [2, 'rep', asked('view', 15)],
        ...timed,
        [41, 'host', { kind: 'expired', scope: 'view' }],
        end,
      ).seenMs,
      30_000,
    );
  });

  it('stops counting when the consent was withdrawn, and counts a second one by itself', () => {
    const again: Line[] = [
      [30, 'customer', { kind: 'withdrawn', scope: 'control', place: 'page' }],
      [40, 'rep', asked('control')],
      [50, 'host', granted('control')],
    ];
    const summary = summaryOf(...controlled, ...again, end);
    assert.deepEqual(
      summary.grants.map(({ usedMs }) => usedMs),
      [20_000, 50_000],
    );
    assert.deepEqual([summary.seenMs, summary.controlledMs], [90_000, 70_000]);
  });

  it('does not count the time in which the host was lost', () => {
    const lost: Line[] = [
      [20, 'host', { kind: 'host-left', reason: 'lost' }],
      [60, 'host', hostJoined],
      [61, 'host', shown],
    ];
    assert.equal(summaryOf(...viewed, ...lost, end).seenMs, 8000 + 39_000);
  });
});
