import assert from 'node:assert/strict';
import { areHeld, ariaKeys, drawnKeys } from '../../../../shared/ui/this-keyboard.ts';

/** What is held while a key goes down. */
const held = (some: object, graph = false) => ({
  ...{ altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...some },
  getModifierState: (name: string) => graph && name === 'AltGraph',
});

describe('Keys as they stand on this keyboard', () => {
  it('are ⌃⌥, ⌘ and ⇧ on a Mac', () => {
    assert.deepEqual(
      ['Alt A', 'Ctrl F', 'Alt Shift 1 … 7', 'Alt ↓', 'Alt .', 'Ctrl Alt Shift', 'N'].map((keys) =>
        drawnKeys(keys, true),
      ),
      ['⌃⌥A', '⌘F', '⌃⌥⇧1 … 7', '⌃⌥↓', '⌃⌥.', '⌃⌥⇧', 'N'],
    );
    assert.equal(drawnKeys('Alt A', false), 'Alt A');
    assert.deepEqual([ariaKeys('Ctrl F', false), ariaKeys('Ctrl F', true)], ['Control+F', 'Meta+F']);
    assert.deepEqual([ariaKeys('Alt A', false), ariaKeys('Alt A', true)], ['Alt+A', 'Control+Alt+A']);
  });

  it('are Alt only where AltGr is not meant, which writes letters', () => {
    assert.equal(areHeld(held({ altKey: true }), { alt: true }, false), true);
    // As Windows tells of AltGr, and as Linux does.
    assert.equal(areHeld(held({ altKey: true, ctrlKey: true }, true), { alt: true }, false), false);
    assert.equal(areHeld(held({ altKey: true }, true), { alt: true }, false), false);
  });

  it('are ⌃ and ⌥ together on a Mac, where ⌥ alone writes ą, ź, { and €', () => {
    assert.equal(areHeld(held({ altKey: true }), { alt: true }, true), false);
    assert.equal(areHeld(held({ altKey: true, ctrlKey: true }), { alt: true }, true), true);
    // As Firefox tells of ⌥.
    assert.equal(areHeld(held({ altKey: true }, true), { alt: true }, true), false);
    assert.equal(areHeld(held({ altKey: true, ctrlKey: true }, true), { alt: true }, true), true);
  });

  it('are exactly those: with Shift, or with Ctrl where a Mac has ⌘, it is another key', () => {
    assert.equal(areHeld(held({ altKey: true, shiftKey: true }), { alt: true }, false), false);
    assert.equal(areHeld(held({ ctrlKey: true }), { ctrl: true }, true), false);
    assert.equal(areHeld(held({ metaKey: true }), { ctrl: true }, true), true);
  });
});
