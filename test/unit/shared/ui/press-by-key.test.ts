import assert from 'node:assert/strict';
import { h } from 'preact';
import { draw, lastFocused, pressKey } from './dom.ts';

const { Button } = await import('../../../../shared/ui/button.tsx');
const { IconButton } = await import('../../../../shared/ui/icon-button.tsx');
const { pressButtonsByKey } = await import('../../../../shared/ui/press-by-key.ts');

const key = { code: 'KeyT', altKey: true, getModifierState: () => false };

describe('A button that says which key it has', () => {
  // linkedom lays nothing out.
  before(() => Object.assign(HTMLElement.prototype, { getClientRects: () => [{}] }));
  after(() => Reflect.deleteProperty(HTMLElement.prototype, 'getClientRects'));

  /** A page with one such button; `false` where it cannot be pressed now. */
  async function aPage(canPress: boolean) {
    const presses: string[] = [];
    const reason = canPress ? {} : { disabledReason: 'You are talking already' };
    const Page = () =>
      h('main', {}, [
        h('input', { type: 'text' }),
        h(Button, { quietKey: 'Alt T', ...reason, onClick: () => presses.push('pressed'), children: 'Call' }),
      ]);
    const drawn = await draw(Page, {});
    return { presses, drawn };
  }

  it('is pressed by it, also while somebody types, and no letter is written', async () => {
    const { presses, drawn } = await aPage(true);
    const stop = pressButtonsByKey(document);
    const written: boolean[] = [];
    const note = (event: Event) => written.push(!event.defaultPrevented);
    document.addEventListener('keydown', note);
    await pressKey('†', drawn.find('input'), key);
    await pressKey('†', drawn.find('input'), { ...key, isComposing: true });
    await pressKey('t', drawn.find('input'), { ...key, altKey: false });
    await pressKey('ŧ', drawn.find('input'), { ...key, ctrlKey: true });
    assert.deepEqual(presses, ['pressed']);
    assert.deepEqual(written, [false, true, true, true]);
    document.removeEventListener('keydown', note);
    stop();
    await pressKey('†', document, key);
    assert.equal(presses.length, 1);
    await drawn.remove();
  });

  it('is pressed once, however long the key is held', async () => {
    const { presses, drawn } = await aPage(true);
    const stop = pressButtonsByKey(document);
    for (const repeat of [false, true, true]) await pressKey('t', document, { ...key, repeat });
    assert.deepEqual(presses, ['pressed']);
    stop();
    await drawn.remove();
  });

  it('gets the focus, and so says why, while it cannot be pressed', async () => {
    const { presses, drawn } = await aPage(false);
    const stop = pressButtonsByKey(document);
    await pressKey('†', document, key);
    assert.deepEqual(presses, []);
    assert.equal(lastFocused(), drawn.find('button'));
    stop();
    await drawn.remove();
  });

  it('says so to readers as well', async () => {
    const drawn = await draw(IconButton, { icon: [], label: 'Send a file', keyHint: 'Alt U' });
    assert.equal(drawn.find('button').getAttribute('aria-keyshortcuts'), 'Alt+U');
    await drawn.remove();
  });
});
