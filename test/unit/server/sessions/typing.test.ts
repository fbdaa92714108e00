import assert from 'node:assert/strict';
import { createTypingGate } from '../../../../server/sessions/typing.ts';
import { aSession } from './a-log.ts';

describe('Typing signs', () => {
  it('are passed on once a second at most while somebody types', () => {
    let now = 0;
    const gate = createTypingGate({ now: () => now });
    const passed = Array.from({ length: 30 }, () => {
      now += 100;
      return gate.passes(aSession, 'customer', true);
    });
    assert.equal(passed.filter(Boolean).length, 3);
  });

  it('never leave the other side with a sign that does not end', () => {
    const gate = createTypingGate({ now: () => 0 });
    const shown: boolean[] = [];
    for (let count = 0; count < 20; count += 1) {
      for (const typing of [true, false]) if (gate.passes(aSession, 'rep', typing)) shown.push(typing);
    }
    assert.equal(shown.at(-1), false);
    assert.ok(shown.length <= 4, String(shown.length));
  });
});
