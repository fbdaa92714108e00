import assert from 'node:assert/strict';
import { assignmentEnd, assignmentOf } from '../../../../server/team/assignment-ends.ts';
import { accountId, anAssignment, aRequest, channelId } from './a-team.ts';

describe('What came of an assignment', () => {
  const offer = anAssignment();

  it('is what the rep did with it', () => {
    for (const how of ['accepted', 'passed', 'missed'] as const)
      assert.equal(assignmentEnd(how, offer, aRequest('Marta')), how);
  });

  it('follows from the request where it was withdrawn', () => {
    const withdrawn = (some: Parameters<typeof aRequest>[1]) =>
      assignmentEnd('withdrawn', offer, aRequest('Marta', some));
    assert.equal(withdrawn({}), 'withdrawn', 'still in line: the rep was gone');
    assert.equal(withdrawn({ state: 'claimed', claimedBy: accountId('Bo') }), 'taken');
    assert.equal(withdrawn({ state: 'claimed', claimedBy: accountId('Ana') }), 'accepted');
    assert.equal(withdrawn({ state: 'left' }), 'left');
    assert.equal(withdrawn({ channel: channelId('boats') }), 'left', 'the customer chose another channel');
    assert.equal(assignmentEnd('withdrawn', offer, null), 'left');
  });

  it('is open while the offer stands, and read from the offer where a crash kept it from being written', () => {
    assert.equal(assignmentOf(offer)?.end, null);
    const passed = assignmentOf(anAssignment({ state: 'passed', settledAt: 9000 }));
    assert.deepEqual(passed?.end, { how: 'passed', at: 9000 });
    const { assigned: _lead, ...own } = offer;
    assert.equal(assignmentOf(own), undefined, 'nobody has assigned it');
  });
});
