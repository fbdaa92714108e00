import assert from 'node:assert/strict';
import { createMailLimit } from '../../../../server/mail/mail-limit.ts';
import { AppError } from '../../../../shared/contract/errors.ts';

describe('How much mail goes out', () => {
  it('leaves reps their own, however many customers send', () => {
    const limit = createMailLimit({ now: () => 0 });
    const send = (is: 'account' | 'customer', id: string) => {
      try {
        limit.take({ is, id });
        return 'sent';
      } catch (error) {
        return error instanceof AppError ? error.code : String(error);
      }
    };
    const ofCustomers = Array.from({ length: 300 }, (_, at) => send('customer', `192.0.2.${at}`));
    assert.equal(ofCustomers.filter((outcome) => outcome === 'sent').length, 200);
    assert.equal(send('account', 'ana'), 'sent');
    assert.equal(send('customer', 'another'), 'too-many-tries');
  });
});
