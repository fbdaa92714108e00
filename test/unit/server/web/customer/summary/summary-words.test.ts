import assert from 'node:assert/strict';
import { grantTerm, summaryLead, summaryTitle } from '../../../../../../server/web/customer/summary/summary-words.ts';
import { START, aSummary } from '../a-log.ts';

const MINUTE_MS = 60_000;

describe('The sentences of a session summary', () => {
  it('say after how long it ended', () => {
    assert.equal(summaryTitle(aSummary()), 'The session has ended after 21 minutes');
    assert.equal(summaryTitle(aSummary({ durationMs: MINUTE_MS })), 'The session has ended after 1 minute');
    assert.equal(summaryTitle(aSummary({ durationMs: 9000 })), 'The session has ended after less than a minute');
  });

  it('say for how long the screen was seen and the mouse used', () => {
    assert.equal(
      summaryLead(aSummary({ seenMs: 16.5 * MINUTE_MS, controlledMs: 13 * MINUTE_MS })),
      'Ines saw your screen for 16:30 and used the mouse for 13:00. Nothing was recorded.',
    );
    assert.equal(
      summaryLead(aSummary({ seenMs: MINUTE_MS })),
      'Ines saw your screen for 1:00 and did not use the mouse. Nothing was recorded.',
    );
    assert.equal(summaryLead(aSummary()), 'Ines did not see your screen. Nothing was recorded.');
  });

  it('say for how long something was granted', () => {
    assert.equal(grantTerm({ at: START, until: START + 15 * MINUTE_MS }), 'for 15 minutes');
    assert.equal(grantTerm({ at: START, until: null }), 'for the whole session');
  });
});
