import assert from 'node:assert/strict';
import * as v from 'valibot';
import { hashSecret, newId, newTicket, newToken } from '../../../../server/secrets/random.ts';
import { AccountId, Ticket, Token } from '../../../../shared/contract/identifiers.ts';

describe('ids and secrets', () => {
  it('have the form that the contract asks for, and are never the same', () => {
    const made = Array.from({ length: 200 }, () => [newId(AccountId), newToken(), newTicket()] as const);
    for (const [id, token, ticket] of made) {
      assert.ok(v.is(AccountId, id) && v.is(Token, token) && v.is(Ticket, ticket));
    }
    assert.equal(new Set(made.flat()).size, 600);
  });

  it('are stored in a form of the same length that is not the secret', () => {
    const token = newToken();
    assert.match(hashSecret(token), /^[A-Za-z0-9_-]{43}$/);
    assert.notEqual(hashSecret(token), token);
  });
});
