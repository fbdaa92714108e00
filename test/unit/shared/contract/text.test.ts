import assert from 'node:assert/strict';
import * as v from 'valibot';
import { ChatText, PersonName } from '../../../../shared/contract/text.ts';

describe('what people type', () => {
  it('is stored exactly as it is acknowledged: half a character becomes the sign for a missing one at once', () => {
    assert.equal(v.parse(PersonName, ' Bad\ud800 '), 'Bad\ufffd');
    assert.equal(v.parse(ChatText, 'one\udc00\r\ntwo'), 'one\ufffd\ntwo');
    assert.equal(v.parse(ChatText, 'whole 😀'), 'whole 😀');
  });

  it('may hold no control characters, and a name no second line', () => {
    for (const text of ['a\u0000', 'a\u001b[31m', 'a\u007f']) assert.equal(v.is(ChatText, text), false);
    for (const text of ['a\nb', 'a\tb', '', ' ']) assert.equal(v.is(PersonName, text), false);
  });
});
