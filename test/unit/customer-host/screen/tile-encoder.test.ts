import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { MAX_TILE_BYTES, parseTileMessage, type TileArea } from '../../../../shared/contract/tile-messages.ts';
import { encodeBatch } from '../../../../customer-host/screen/tile-encoder.ts';

const WIDTH = 640;
const HEIGHT = 400;

/** Unpacks a batch onto a white screen, as a viewer does. */
function paint(messages: readonly Uint8Array<ArrayBuffer>[]) {
  const screen = Buffer.alloc(WIDTH * HEIGHT * 4, 255);
  const lasts: boolean[] = [];
  for (const message of messages) {
    const tile = parseTileMessage(message.buffer, WIDTH, HEIGHT);
    assert.equal(tile?.kind, 'tile');
    lasts.push(tile.last);
    const { x, y, width, height } = tile.area;
    const pixels = inflateRawSync(tile.pixels);
    assert.equal(pixels.length, width * height * 4);
    for (let row = 0; row < height; row += 1) {
      pixels.copy(screen, ((y + row) * WIDTH + x) * 4, row * width * 4, (row + 1) * width * 4);
    }
  }
  return { screen, lasts };
}

describe('tiles of the screen', () => {
  it('keep red red and blue blue', async () => {
    const frame = Buffer.alloc(WIDTH * HEIGHT * 4);
    frame.writeUInt32LE(0x00ff0000, 0);
    frame.writeUInt32LE(0x000000ff, 4);
    const { screen } = paint(await encodeBatch(1, frame, WIDTH, [{ x: 0, y: 0, width: 64, height: 16 }]));
    assert.deepEqual([...screen.subarray(0, 8)], [255, 0, 0, 255, 0, 0, 255, 255]);
  });

  it('have fewer colours or none where the viewer wishes so, and white stays white', async () => {
    const frame = Buffer.alloc(WIDTH * HEIGHT * 4);
    frame.writeUInt32LE(0x00ff0000, 0);
    frame.writeUInt32LE(0x00ffffff, 4);
    frame.writeUInt32LE(0x00204361, 8);
    const area = { x: 0, y: 0, width: 64, height: 16 };
    const first = async (colours: 'fewer' | 'grey') => {
      const { screen } = paint(await encodeBatch(1, frame, WIDTH, [area], colours));
      return [0, 1, 2].map((pixel) => [...screen.subarray(pixel * 4, pixel * 4 + 4)]);
    };
    assert.deepEqual(await first('fewer'), [
      [255, 0, 0, 255],
      [255, 255, 255, 255],
      [0x24, 0x49, 0x6d, 255],
    ]);
    assert.deepEqual(await first('grey'), [
      [76, 76, 76, 255],
      [255, 255, 255, 255],
      [0x3b, 0x3b, 0x3b, 255],
    ]);
  });

  it('bring every pixel over, however badly it packs, in messages that fit, the last one marked', async () => {
    const frame = randomBytes(WIDTH * HEIGHT * 4);
    const areas: TileArea[] = [{ x: 0, y: 0, width: WIDTH, height: HEIGHT }];
    const messages = await encodeBatch(1, frame, WIDTH, areas);
    assert.ok(messages.length > 1);
    for (const message of messages) assert.ok(message.length <= MAX_TILE_BYTES + 14);
    const { screen, lasts } = paint(messages);
    assert.deepEqual(lasts, [...lasts.slice(1).map(() => false), true]);
    for (let at = 0; at < frame.length; at += 4) {
      if (frame[at] !== screen[at + 2] || frame[at + 1] !== screen[at + 1] || frame[at + 2] !== screen[at]) {
        assert.fail(`pixel ${at / 4} differs`);
      }
    }
  });
});
