import assert from 'node:assert/strict';
import { iconPixels } from '../../../../customer-host/cursor/icon-pixels.ts';

/** Two pixels wide; each number is one pixel, as 0xAARRGGBB. */
function aBitmap(...argb: number[]) {
  const pixels = Buffer.alloc(argb.length * 4);
  argb.forEach((value, index) => pixels.writeUInt32LE(value, index * 4));
  return { width: 2, height: argb.length / 2, pixels };
}

const [kept, drawn] = [0xffffff, 0];

describe('a pointer of Windows', () => {
  it('keeps its own alpha where it has one', () => {
    const { width, height, rgba } = iconPixels(aBitmap(drawn, drawn), aBitmap(0x80112233, 0x00445566));
    assert.deepEqual([width, height], [2, 1]);
    assert.deepEqual([...rgba], [0x11, 0x22, 0x33, 0x80, 0, 0, 0, 0]);
  });

  it('is cut out by its mask where it has none', () => {
    const { rgba } = iconPixels(aBitmap(drawn, kept), aBitmap(0x112233, 0x445566));
    assert.deepEqual([...rgba], [0x11, 0x22, 0x33, 255, 0, 0, 0, 0]);
  });

  it('is black, white, see-through or grey for inverted, where it has no colours', () => {
    const both = aBitmap(drawn, drawn, kept, kept, drawn, kept, drawn, kept);
    const { width, height, rgba } = iconPixels(both, undefined);
    assert.deepEqual([width, height], [2, 2]);
    assert.deepEqual(
      [0, 4, 8, 12].map((at) => [...rgba.subarray(at, at + 4)]),
      [
        [0, 0, 0, 255],
        [255, 255, 255, 255],
        [0, 0, 0, 0],
        [128, 128, 128, 255],
      ],
    );
  });
});
