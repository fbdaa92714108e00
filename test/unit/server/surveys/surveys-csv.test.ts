import assert from 'node:assert/strict';
import * as v from 'valibot';
import { SessionId } from '../../../../shared/contract/identifiers.ts';
import { customerMayAnswer } from '../../../../server/surveys/may-answer.ts';
import { surveysCsv } from '../../../../server/surveys/surveys-csv.ts';

describe('The survey', () => {
  it('is a file in which what customers wrote is never a formula', () => {
    const line = {
      ...{ session: v.parse(SessionId, 'S'.repeat(22)), at: Date.parse('2026-06-04T09:00:00Z'), face: 5 as const },
      ...{ comment: '=1+1', solved: 'yes' as const, rep: 'Ana', channelName: 'Printing', incident: '' },
    };
    const [head, row] = surveysCsv([line], 'Europe/Berlin').split('\r\n');
    assert.match(head ?? '', /Face \(1 to 5\)/);
    assert.match(row ?? '', /2026-06-04T11:00:00/);
    assert.doesNotMatch(row ?? '', /,=1\+1/);
  });

  it('can be answered while the summary stands, for a day', () => {
    const ended = { state: 'ended', endedAt: 0, dismissed: false } as const;
    const hour = 60 * 60_000;
    assert.equal(customerMayAnswer(ended, hour), true);
    assert.equal(customerMayAnswer({ ...ended, dismissed: true }, hour), false);
    assert.equal(customerMayAnswer({ ...ended, state: 'live', endedAt: null }, hour), false);
    assert.equal(customerMayAnswer(ended, 25 * hour), false);
  });
});
