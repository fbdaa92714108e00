import assert from 'node:assert/strict';
import { fillReply } from '../../../../shared/contract/shared-item.ts';

describe('a canned reply', () => {
  it('gets the names of customer, rep and channel, and keeps whatever else stands in braces', () => {
    const names = { customer: 'Marta {rep}', rep: 'Ana', channel: 'Printing' };
    assert.equal(
      fillReply('{customer}, this is {rep} of {channel}. {Rep} {date} {constructor}', names),
      'Marta {rep}, this is Ana of Printing. {Rep} {date} {constructor}',
    );
  });
});
