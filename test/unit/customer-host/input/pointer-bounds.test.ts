import assert from 'node:assert/strict';
import { clampToScreen, WheelNotches } from '../../../../customer-host/input/pointer-bounds.ts';

const screen = { width: 1920, height: 1080 };

describe('the bounds of pointer input', () => {
  it('keep every place on the screen', () => {
    assert.deepEqual(clampToScreen(10.9, 20.2, screen), { x: 10, y: 20 });
    assert.deepEqual(clampToScreen(-1, 1e9, screen), { x: 0, y: 1079 });
    assert.deepEqual(clampToScreen(Infinity, -Infinity, screen), { x: 1919, y: 0 });
  });

  it('refuse what is no number', () => {
    assert.equal(clampToScreen(Number.NaN, 5, screen), undefined);
    assert.equal(clampToScreen(5, Number.NaN, screen), undefined);
  });

  it('add up parts of wheel notches, and forget them when the wheel turns back', () => {
    const wheel = new WheelNotches();
    assert.deepEqual(
      [0.4, 0.4, 0.4, -0.9, -0.2].map((part) => wheel.add(part)),
      [0, 0, 1, 0, -1],
    );
  });

  it('turn the wheel by 20 notches at most, and by nothing for what is no number', () => {
    const wheel = new WheelNotches();
    assert.deepEqual(
      [1e9, -1e9, Number.NaN, Infinity].map((part) => wheel.add(part)),
      [20, -20, 0, 0],
    );
  });
});
