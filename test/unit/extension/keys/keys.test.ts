import assert from 'node:assert/strict';
import { isPressed } from '../../../../extension/keys/key.ts';
import { panelKeys } from '../../../../extension/panel/panel-keys.ts';
import type { PanelModel } from '../../../../extension/panel/panel-model.ts';
import type { View } from '../../../../extension/view/open-view.ts';
import { windowKeys } from '../../../../extension/window/window-keys.ts';
import type { WindowModel } from '../../../../extension/window/window-model.ts';

// Only looked at: nothing of them is run.
const panel = panelKeys({} as View, {} as PanelModel);
const viewer = windowKeys({} as WindowModel);

const stroke = (some: Partial<KeyboardEvent>) =>
  ({
    ...{ altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, key: '', code: '', ...some },
    getModifierState: () => false,
  }) as unknown as KeyboardEvent;

describe('The keys of panel and viewer window', () => {
  it('mean one thing each', () => {
    for (const keys of [panel, viewer]) {
      const chords = keys.flatMap(({ codes, alt, ctrl, shift }) =>
        codes.map((code) => [alt && 'Alt', ctrl && 'Ctrl', shift && 'Shift', code].join(' ')),
      );
      assert.deepEqual([...new Set(chords)], chords);
      const drawn = keys.map((key) => key.drawn);
      assert.deepEqual([...new Set(drawn)], drawn);
    }
  });

  it('mean the same in both places where both have them', () => {
    const words = new Map(panel.map(({ drawn, text }) => [drawn, text]));
    for (const { drawn, text } of viewer) assert.equal(words.get(drawn) ?? text, text, drawn);
  });

  it('go on while they are held only where they go from one session to the next', () => {
    const repeating = [...panel, ...viewer].filter(({ repeats }) => repeats === true);
    assert.deepEqual(
      repeating.map(({ drawn }) => drawn),
      ['Alt ↓', 'Alt ↑'],
    );
  });

  it('leave alone what a Mac writes with ⌥: ą, ź and @', () => {
    for (const key of [...panel, ...viewer])
      for (const code of key.codes) {
        const written = stroke({ altKey: true, shiftKey: key.shift === true, code });
        assert.equal(isPressed(key, written, true), false, key.drawn);
      }
  });

  it('are heard by the physical key, with nothing more held', () => {
    const accept = panel.find(({ drawn }) => drawn === 'Alt A') ?? assert.fail();
    assert.equal(isPressed(accept, stroke({ altKey: true, code: 'KeyA', key: 'a' }), false), true);
    assert.equal(isPressed(accept, stroke({ altKey: true, ctrlKey: true, code: 'KeyA', key: 'å' }), true), true);
    assert.equal(isPressed(accept, stroke({ altKey: true, shiftKey: true, code: 'KeyA' }), false), false);
    assert.equal(isPressed(accept, stroke({ altKey: true, ctrlKey: true, code: 'KeyA' }), false), false);
    const sheet = viewer.find(({ drawn }) => drawn === '?') ?? assert.fail();
    assert.equal(isPressed(sheet, stroke({ shiftKey: true, key: '?', code: 'Minus' }), false), true);
  });
});
