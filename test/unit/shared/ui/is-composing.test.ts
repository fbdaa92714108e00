import assert from 'node:assert/strict';
import { isComposing } from '../../../../shared/ui/is-composing.ts';

describe('A key that belongs to an input method', () => {
  it('is known while it composes, and in Safari, which tells of it afterwards, by its code', () => {
    assert.equal(isComposing({ isComposing: true, keyCode: 13 }), true);
    assert.equal(isComposing({ isComposing: false, keyCode: 229 }), true);
    assert.equal(isComposing({ isComposing: false, keyCode: 13 }), false);
  });
});
