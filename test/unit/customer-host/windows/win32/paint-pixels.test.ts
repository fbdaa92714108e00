import assert from 'node:assert/strict';
import { fillBox, fillShape } from '../../../../../customer-host/windows/win32/paint-pixels.ts';

function aWhitePicture(width: number, height: number) {
  return { width, height, pixels: Buffer.alloc(width * height * 4, 0xff) };
}

/** The red part of each pixel of a row. */
function reds({ pixels, width }: ReturnType<typeof aWhitePicture>, y: number): number[] {
  return Array.from({ length: width }, (_, x) => pixels[(y * width + x) * 4 + 2] ?? -1);
}

describe('painting into the memory of a window', () => {
  it('fills a box in the colour’s own order, and leaves out what lies outside', () => {
    const picture = aWhitePicture(4, 2);
    fillBox(picture, { left: 2, top: -1, width: 9, height: 2 }, 0x102030);
    assert.deepEqual([...picture.pixels.subarray(8, 11)], [0x30, 0x20, 0x10]);
    assert.deepEqual(
      [reds(picture, 0), reds(picture, 1)],
      [
        [255, 255, 0x10, 0x10],
        [255, 255, 255, 255],
      ],
    );
  });

  it('mixes with what is there by its opacity', () => {
    const picture = aWhitePicture(1, 1);
    fillBox(picture, { left: 0, top: 0, width: 1, height: 1 }, 0, 0.2);
    assert.deepEqual(reds(picture, 0), [204]);
  });

  it('fills a shape with soft edges, and nothing beyond it', () => {
    const picture = aWhitePicture(6, 3);
    const points = [
      { x: 1.5, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 1.5 },
      { x: 1.5, y: 1.5 },
    ];
    fillShape(picture, points, 0);
    assert.deepEqual(reds(picture, 0), [255, 128, 0, 0, 255, 255]);
    assert.deepEqual(reds(picture, 1), [255, 191, 128, 128, 255, 255]);
    assert.deepEqual(reds(picture, 2), [255, 255, 255, 255, 255, 255]);
  });
});
