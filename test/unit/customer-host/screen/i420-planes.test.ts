import assert from 'node:assert/strict';
import { halve, makeGrey, roomFor } from '../../../../customer-host/screen/i420-planes.ts';

describe('frames in planes', () => {
  it('leave out an odd last row or column', () => {
    const { width, height, data } = roomFor(7, 5);
    assert.deepEqual([width, height, data.length], [6, 4, 36]);
  });

  it('lose their colours and keep their brightness', () => {
    const frame = roomFor(4, 2);
    frame.data.fill(77);
    makeGrey(frame);
    assert.deepEqual([...frame.data], [77, 77, 77, 77, 77, 77, 77, 77, 128, 128, 128, 128]);
  });

  it('become a quarter of themselves, each pixel the mean of four', () => {
    const frame = roomFor(4, 4);
    // Brightness, then two planes of colour.
    frame.data.set([0, 4, 8, 8, 4, 8, 8, 8, 1, 1, 2, 2, 1, 1, 2, 2, 10, 20, 30, 40, 50, 50, 50, 50]);
    const half = roomFor(2, 2);
    halve(frame, half);
    assert.deepEqual([...half.data], [4, 8, 1, 2, 25, 50]);
  });
});
