import assert from 'node:assert/strict';
import type { BrowserKey } from '../../../../extension/port/worker-contract.ts';
import { newPresses } from '../../../../extension/worker/new-presses.ts';

describe('A key of the browser', () => {
  it('accepts one customer however long it is held, and the next when it is pressed anew', () => {
    let now = 0;
    const isNew = newPresses(() => now);
    const accepted = [0, 500, 530, 560, 1200, 2500].filter((at) => {
      now = at;
      return isNew('accept-offer');
    });
    assert.deepEqual(accepted, [0, 2500]);
  });

  it('gives control back each time, and is not taken for another one', () => {
    const isNew = newPresses(() => 0);
    const keys: readonly BrowserKey[] = ['release-control', 'release-control', 'accept-offer', 'start-session'];
    assert.deepEqual(keys.map(isNew), [true, true, true, true]);
  });
});
