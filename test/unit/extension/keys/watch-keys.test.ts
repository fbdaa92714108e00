import assert from 'node:assert/strict';
import type { Key } from '../../../../extension/keys/key.ts';
import { pressKey } from '../../shared/ui/dom.ts';
import { aView } from '../a-view.ts';

const { releaseKey, toolKey } = await import('../../../../extension/keys/session-keys.ts');
const { altKey, watchKeys } = await import('../../../../extension/keys/key.ts');

/** A page with these keys, and a field that has the focus. */
function aPage(keys: readonly Key[]) {
  const stop = watchKeys(aView().view, keys);
  const field = document.createElement('textarea');
  document.body.append(field);
  return {
    /** Presses it in the field. Tells whether it would still write, or go to the browser. */
    async press(carries: object): Promise<boolean> {
      let isLeft = false;
      const look = (event: Event) => {
        isLeft = !event.defaultPrevented;
      };
      document.addEventListener('keydown', look);
      await pressKey('', field, { code: 'KeyA', altKey: true, getModifierState: () => false, ...carries });
      document.removeEventListener('keydown', look);
      return isLeft;
    },
    leave() {
      stop();
      field.remove();
    },
  };
}

describe('A key of the panel', () => {
  // linkedom lays nothing out.
  before(() => Object.assign(HTMLElement.prototype, { getClientRects: () => [{}] }));
  after(() => Reflect.deleteProperty(HTMLElement.prototype, 'getClientRects'));

  it('writes nothing when it did something, and is left to the field and the browser when not', async () => {
    let waiting = 1;
    const page = aPage([altKey('A', 'Accept', () => waiting-- > 0)]);
    assert.equal(await page.press({}), false);
    assert.equal(await page.press({}), true);
    page.leave();
  });

  it('does its work once however long it is held, and never begins to write', async () => {
    let accepted = 0;
    const page = aPage([altKey('A', 'Accept', () => ++accepted > 0)]);
    assert.equal(await page.press({}), false);
    assert.equal(await page.press({ repeat: true }), false);
    // Alt was let go first.
    assert.equal(await page.press({ repeat: true, altKey: false }), false);
    assert.equal(accepted, 1);
    assert.equal(await page.press({ altKey: false }), true);
    assert.equal(await page.press({}), false);
    assert.equal(accepted, 2);
    page.leave();
  });

  it('presses nothing but a button of the dialog that is open, and still releases control', async () => {
    const done: string[] = [];
    const note = (what: string) => () => done.push(what) > 0;
    const page = aPage([
      altKey('C', 'Chat', note('left')),
      toolKey('E', 'Page', note('chat')),
      releaseKey(note('released')),
    ]);
    const dialog = document.createElement('dialog');
    dialog.setAttribute('open', '');
    document.body.append(dialog);
    assert.equal(await page.press({ code: 'KeyC' }), true);
    assert.equal(await page.press({ code: 'KeyE' }), true);
    assert.equal(await page.press({ code: 'KeyX' }), false);
    assert.deepEqual(done, ['released']);
    dialog.innerHTML = '<button aria-keyshortcuts="Alt+C"></button>';
    dialog.firstElementChild?.addEventListener('click', note('pressed'));
    await page.press({ code: 'KeyC' });
    assert.deepEqual(done, ['released', 'pressed']);
    dialog.remove();
    await page.press({ code: 'KeyC' });
    assert.deepEqual(done, ['released', 'pressed', 'left']);
    page.leave();
  });

  it('goes on from one session to the next while it is held, where that is what it does', async () => {
    let steps = 0;
    const next = { ...altKey('A', 'Next', () => ++steps > 0), repeats: true };
    const page = aPage([next]);
    await page.press({});
    await page.press({ repeat: true });
    assert.equal(steps, 2);
    page.leave();
  });
});
