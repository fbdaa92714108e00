import assert from 'node:assert/strict';
import { grantTerm, summaryLead, summaryTitle } from '../../../../../../server/web/customer/summary/summary-words.ts';
import type { ControlDevices } from '../../../../../../shared/contract/consent.ts';
import { START, aSummary } from '../a-log.ts';

const MINUTE_MS = 60_000;

describe('The sentences of a session summary', () => {
  it('say after how long it ended', () => {
    assert.equal(summaryTitle(aSummary()), 'The session has ended after 21 minutes');
    assert.equal(summaryTitle(aSummary({ durationMs: MINUTE_MS })), 'The session has ended after 1 minute');
    assert.equal(summaryTitle(aSummary({ durationMs: 9000 })), 'The session has ended after less than a minute');
  });

  const lent = (devices: ControlDevices, usedMs = MINUTE_MS) =>
    ({ scope: 'control', devices, at: START, until: null, usedMs }) as const;

  it('say for how long the screen was seen and which hands were used', () => {
    const used = { seenMs: 16.5 * MINUTE_MS, controlledMs: 13 * MINUTE_MS };
    for (const [grants, hands] of [
      [[lent('both')], 'mouse and keyboard'],
      [[lent('pointer'), lent('keyboard', 0)], 'mouse'],
      [[lent('keyboard')], 'keyboard'],
      [[lent('keyboard'), lent('pointer')], 'mouse and keyboard'],
    ] as const)
      assert.equal(
        summaryLead(aSummary({ ...used, grants: [...grants] })),
        `Ines saw your screen for 16:30 and used your ${hands} for 13:00. Nothing was recorded.`,
      );
    assert.equal(
      summaryLead(aSummary({ seenMs: MINUTE_MS })),
      'Ines saw your screen for 1:00 and did not use your mouse or keyboard. Nothing was recorded.',
    );
    assert.equal(summaryLead(aSummary()), 'Ines did not see your screen. Nothing was recorded.');
  });

  it('accuse nobody of what one of several did', () => {
    const reps = ['Ana Petrescu', 'Bo Lindqvist'];
    const used = { reps, seenMs: MINUTE_MS, controlledMs: MINUTE_MS, grants: [lent('keyboard')] };
    assert.equal(
      summaryLead(aSummary(used)),
      'Your screen was seen for 1:00, and your keyboard used for 1:00. Nothing was recorded.',
    );
    assert.equal(
      summaryLead(aSummary({ reps, seenMs: MINUTE_MS })),
      'Your screen was seen for 1:00. Your mouse and keyboard were not used. Nothing was recorded.',
    );
    assert.equal(summaryLead(aSummary({ reps })), 'Nobody saw your screen. Nothing was recorded.');
  });

  it('say for how long something was granted', () => {
    assert.equal(grantTerm({ at: START, until: START + 15 * MINUTE_MS }), 'for 15 minutes');
    assert.equal(grantTerm({ at: START, until: null }), 'for the whole session');
  });
});
