import assert from 'node:assert/strict';
import { isPlainClick } from '../../../../shared/ui/is-plain-click.ts';

describe('A click on a link', () => {
  const click = { button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };

  it('means this tab when it is plain, and a new one with another button or a key held', () => {
    assert.equal(isPlainClick(click), true);
    for (const change of [{ button: 1 }, { metaKey: true }, { ctrlKey: true }, { shiftKey: true }, { altKey: true }]) {
      assert.equal(isPlainClick({ ...click, ...change }), false, JSON.stringify(change));
    }
  });
});
