import assert from 'node:assert/strict';
import * as v from 'valibot';
import { ClientEntryId, SessionId } from '../../../../../shared/contract/identifiers.ts';
import { newClientEntryId } from '../../../../../server/web/customer/new-client-entry-id.ts';
import {
  nextToSend,
  withFailure,
  withMessage,
  withoutEntry,
} from '../../../../../server/web/customer/unsent-messages.ts';
import type { UnsentMessage } from '../../../../../server/web/customer/unsent-messages.ts';
import { START, anEntry } from './a-log.ts';

const session = v.parse(SessionId, 's'.repeat(22));
const clientIds = [v.parse(ClientEntryId, 'a'.repeat(22)), v.parse(ClientEntryId, 'b'.repeat(22))] as const;
const two = clientIds.reduce<readonly UnsentMessage[]>(
  (unsent, clientId) => withMessage(unsent, { session, clientId, text: 'Hello', at: START }),
  [],
);

describe('Messages that the server has not acknowledged', () => {
  it('are sent in the order in which they were written', () => {
    assert.equal(nextToSend(two)?.clientId, clientIds[0]);
  });

  it('are gone once the log has them, by whichever way it came', () => {
    const stored = { ...anEntry(1, 'customer', { kind: 'chat', text: 'Hello' }), clientId: clientIds[0] };
    assert.equal(nextToSend(withoutEntry(two, stored))?.clientId, clientIds[1]);
    assert.equal(withoutEntry(two, anEntry(2, 'rep', { kind: 'chat', text: 'Hi' })).length, 2);
  });

  it('stay in sight with the reason when they can never be sent, and hold up nothing', () => {
    const failed = withFailure(two, clientIds[0], 'This session has ended.');
    assert.equal(failed[0]?.failure, 'This session has ended.');
    assert.equal(nextToSend(failed)?.clientId, clientIds[1]);
  });

  it('have ids of their own, so that sending twice stores once', () => {
    const made = Array.from({ length: 50 }, newClientEntryId);
    assert.equal(new Set(made).size, 50);
  });
});
