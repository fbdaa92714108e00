import assert from 'node:assert/strict';
import { aDesk } from '../builders.ts';
import { aView } from '../a-view.ts';
import { pressKey } from '../../shared/ui/dom.ts';

const { altKey, watchKeys } = await import('../../../../extension/keys/key.ts');

/** Whether the key would still write its letter, or go to the browser. */
async function isLeft(carries: object, on: EventTarget = document): Promise<boolean> {
  let isPrevented = true;
  const look = (event: Event) => {
    isPrevented = event.defaultPrevented;
  };
  document.addEventListener('keydown', look);
  await pressKey('a', on, { code: 'KeyA', altKey: true, getModifierState: () => false, ...carries });
  document.removeEventListener('keydown', look);
  return !isPrevented;
}

describe('A key of the panel', () => {
  it('writes nothing when it did something, and is left to the field and the browser when not', async () => {
    const { view } = aView();
    let waiting = 1;
    view.desk.desk.value = aDesk();
    watchKeys(view, [
      altKey('A', 'Accept', () => {
        waiting -= 1;
        return waiting >= 0;
      }),
    ]);
    assert.equal(await isLeft({}), false);
    assert.equal(await isLeft({}), true);
  });
});
