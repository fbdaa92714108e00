import assert from 'node:assert/strict';
import {
  LONGEST_PART_BYTES,
  PART_HEAD_BYTES,
  readPart,
  writeHead,
  writtenSoFar,
} from '../../../../shared/contract/file-parts.ts';

describe('parts of files', () => {
  it('come with their transfer and their place, beyond four gigabytes too', () => {
    const message = new Uint8Array(PART_HEAD_BYTES + 3);
    message.set([7, 8, 9], PART_HEAD_BYTES);
    writeHead(message, 0xffff_ffff, 5 * 2 ** 32 + 1);
    const part = readPart(message.buffer);
    assert.deepEqual(
      [part?.transfer, part?.offset, [...(part?.bytes ?? [])]],
      [0xffff_ffff, 5 * 2 ** 32 + 1, [7, 8, 9]],
    );
    assert.equal(readPart(writtenSoFar(3, 10).buffer)?.bytes.length, 0);
  });

  it('are none without a head, with a place that is no number, or too long', () => {
    assert.equal(readPart(new ArrayBuffer(PART_HEAD_BYTES - 1)), undefined);
    assert.equal(readPart(new ArrayBuffer(PART_HEAD_BYTES + LONGEST_PART_BYTES + 1)), undefined);
    for (const offset of [-1, 0.5, Number.NaN, Infinity, 2 ** 60]) {
      const message = writtenSoFar(1, 0);
      new DataView(message.buffer).setFloat64(4, offset);
      assert.equal(readPart(message.buffer), undefined, String(offset));
    }
  });
});
