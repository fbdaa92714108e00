import assert from 'node:assert/strict';
import * as v from 'valibot';
import { keptSignal } from '../../../../../server/web/customer/kept-signal.ts';
import { aTab } from './a-tab.ts';

const nobody: readonly string[] = [];
const Names = v.pipe(v.array(v.string()), v.readonly());

describe('What a tab keeps', () => {
  it('is there again after a reload, and gone once there is nothing to keep', () => {
    const tab = aTab();
    keptSignal('names', Names, nobody, tab.storage).value = ['Marta'];
    const reloaded = keptSignal('names', Names, nobody, tab.storage);
    assert.deepEqual(reloaded.value, ['Marta']);
    reloaded.value = nobody;
    assert.equal(tab.kept.size, 0);
  });

  it('counts only as far as it is what it should be', () => {
    for (const text of ['{', '"Marta"', '[1]']) {
      const tab = aTab();
      tab.kept.set('names', text);
      assert.deepEqual(keptSignal('names', Names, nobody, tab.storage).value, [], text);
    }
  });

  it('is nothing where the browser stores nothing, and everything else works', () => {
    const names = keptSignal('names', Names, nobody, () => {
      throw new Error('Storage is switched off');
    });
    names.value = ['Marta'];
    assert.deepEqual(names.value, ['Marta']);
  });
});
