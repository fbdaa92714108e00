import assert from 'node:assert/strict';
import { encodeCopy, encodeMode, encodeTile, parseTileMessage } from '../../../../shared/contract/tile-messages.ts';

const area = { x: 64, y: 16, width: 128, height: 32 };
const pixels = new Uint8Array([1, 2, 3]);

describe('tile messages', () => {
  it('come back as they went', () => {
    const message = parseTileMessage(encodeTile(7, true, area, pixels).buffer, 1920, 1080);
    assert.deepEqual(message, { kind: 'tile', batch: 7, last: true, area, pixels });
    assert.deepEqual(parseTileMessage(encodeMode(8, 'video').buffer, 1920, 1080), {
      kind: 'mode',
      batch: 8,
      mode: 'video',
    });
  });

  it('that move a part of the picture are taken when both places lie on the screen', () => {
    const message = parseTileMessage(encodeCopy(9, false, area, { x: 3, y: 900 }).buffer, 1920, 1080);
    assert.deepEqual(message, { kind: 'copy', batch: 9, last: false, area, from: { x: 3, y: 900 } });
    assert.equal(parseTileMessage(encodeCopy(9, true, area, { x: 0, y: 1079 }).buffer, 1920, 1080), undefined);
  });

  it('are refused when they lie outside the screen, are cut off, or of an unknown kind', () => {
    const whole = encodeTile(7, true, area, pixels);
    assert.equal(parseTileMessage(whole.buffer, 100, 100), undefined);
    assert.equal(parseTileMessage(whole.buffer.slice(0, 14), 1920, 1080), undefined);
    assert.equal(parseTileMessage(new ArrayBuffer(0), 1920, 1080), undefined);
    const unknown = Uint8Array.from(whole);
    unknown[0] = 9;
    assert.equal(parseTileMessage(unknown.buffer, 1920, 1080), undefined);
    assert.equal(parseTileMessage(encodeTile(7, true, { ...area, width: 0 }, pixels).buffer, 1920, 1080), undefined);
  });
});
