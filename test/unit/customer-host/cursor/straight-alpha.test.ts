import assert from 'node:assert/strict';
import { straightAlpha } from '../../../../customer-host/cursor/straight-alpha.ts';

describe('the pointer’s picture', () => {
  it('turns premultiplied ARGB words into straight RGBA', () => {
    const words = Buffer.alloc(4 * 8);
    [0xff_12_34_56, 0x80_40_00_80, 0x00_00_00_00, 0x01_ff_01_00].forEach((argb, index) => {
      words.writeUInt32LE(argb >>> 0, index * 8);
      words.writeUInt32LE(0xdeadbeef, index * 8 + 4);
    });
    assert.deepEqual(
      [...straightAlpha(words)],
      [...[0x12, 0x34, 0x56, 0xff], ...[128, 0, 255, 0x80], ...[0, 0, 0, 0], ...[255, 255, 0, 1]],
    );
  });

  it('makes nothing of nothing', () => {
    assert.equal(straightAlpha(Buffer.alloc(0)).length, 0);
  });
});
