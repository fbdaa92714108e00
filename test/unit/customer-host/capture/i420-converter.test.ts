import assert from 'node:assert/strict';
import { createI420Converter } from '../../../../customer-host/capture/i420-converter.ts';

describe('turning the screen into a video frame', () => {
  it('keeps red red, green green and blue blue', () => {
    const convert = createI420Converter();
    for (const [bgrx, yuv] of [
      [
        [0, 0, 255, 0],
        [82, 90, 240],
      ],
      [
        [0, 255, 0, 0],
        [145, 54, 34],
      ],
      [
        [255, 0, 0, 9],
        [41, 240, 110],
      ],
      [
        [255, 255, 255, 255],
        [235, 128, 128],
      ],
    ] as const) {
      const planes = new Uint8ClampedArray((34 * 34 * 3) / 2);
      convert(Buffer.alloc(34 * 34 * 4, Uint8Array.from(bgrx)), 34, 34, planes);
      const corners = [planes[0], planes[34 * 34], planes[34 * 34 + 17 * 17]];
      const lasts = [planes[34 * 34 - 1], planes[34 * 34 + 17 * 17 - 1], planes.at(-1)];
      for (const colour of [corners, lasts]) {
        yuv.forEach((part, index) => {
          assert.ok(Math.abs((colour[index] ?? -99) - part) <= 2, `${colour.join()} instead of ${yuv.join()}`);
        });
      }
    }
  });

  it('leaves out the last column and row of an odd screen without shifting the rest', () => {
    const width = 35;
    const height = 21;
    const pixels = Buffer.alloc(width * height * 4);
    // The right half is white, the left half black.
    for (let y = 0; y < height; y += 1) pixels.fill(255, (y * width + 18) * 4, (y + 1) * width * 4);
    const planes = new Uint8ClampedArray((34 * 20 * 3) / 2);
    createI420Converter()(pixels, width, height, planes);
    for (let y = 0; y < 20; y += 1) {
      assert.ok((planes[y * 34 + 17] ?? 255) < 20, `row ${y} is black left of the edge`);
      assert.ok((planes[y * 34 + 18] ?? 0) > 230, `row ${y} is white right of the edge`);
    }
  });

  it('puts every row in its place on a screen that is turned in several strips, the last one shorter', () => {
    const [width, height] = [6, 94];
    const pixels = Buffer.alloc(width * height * 4);
    const greyAt = (row: number) => 20 + 2 * (row - (row % 2));
    for (let row = 0; row < height; row += 1) pixels.fill(greyAt(row), row * width * 4, (row + 1) * width * 4);
    pixels.fill(Uint8Array.from([255, 0, 0, 0]), (height - 2) * width * 4);
    const planes = new Uint8ClampedArray((width * height * 3) / 2);
    createI420Converter()(pixels, width, height, planes);
    for (let row = 0; row < height - 2; row += 1) {
      const luma = 16 + (greyAt(row) * 219) / 255;
      for (let x = 0; x < width; x += 1) {
        assert.ok(Math.abs((planes[row * width + x] ?? -9) - luma) <= 2, `row ${row} has its own grey`);
      }
    }
    const colours = planes.subarray(width * height);
    const half = colours.length / 2;
    const [blue, red] = [colours.subarray(0, half), colours.subarray(half)];
    assert.ok(blue.subarray(-3).every((part) => part > 230) && blue.subarray(0, -3).every((part) => part < 132));
    assert.ok(red.subarray(-3).every((part) => part < 115) && red.subarray(0, -3).every((part) => part > 124));
  });

  it('refuses planes of another size than the screen has', () => {
    assert.throws(() => createI420Converter()(Buffer.alloc(400), 10, 10, new Uint8ClampedArray(149)), RangeError);
  });
});
