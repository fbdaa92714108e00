import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  buttonInput,
  keyInput,
  moveInput,
  textInputs,
  wheelInput,
} from '../../../../customer-host/input/win32-inputs.ts';
import { scanAtPlace, virtualKeyOf } from '../../../../customer-host/input/virtual-keys.ts';

const mark = 0x1234567;

describe('input for Windows', () => {
  it('reaches the very pixel, whether Windows rounds down or to the nearest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16_000 }), fc.nat(15_999), (size, place) => {
        const x = place % size;
        const share = moveInput({ x, y: 0 }, { width: size, height: 1 }, mark).readInt32LE(8);
        assert.ok(share <= 65_535);
        assert.equal(Math.floor((share * size) / 65_536), x);
        if (size <= 8000) assert.equal(Math.round((share * size) / 65_536), x);
      }),
    );
  });

  it('carries this program’s mark, whatever it is', () => {
    const key = keyInput({ virtualKey: 0x25, scan: 0x4b, isExtended: true }, false, mark);
    assert.equal(key.readUInt32LE(24), mark);
    assert.deepEqual([key.readUInt32LE(0), key.readUInt16LE(8), key.readUInt16LE(10)], [1, 0x25, 0x4b]);
    assert.equal(key.readUInt32LE(12), 0x1 | 0x2, 'extended, and up');
    for (const input of [buttonInput('right', true, mark), wheelInput('vertical', -2, mark)]) {
      assert.equal(input.readUInt32LE(32), mark);
    }
    assert.equal(wheelInput('vertical', -2, mark).readInt32LE(16), -240);
    assert.deepEqual(
      [buttonInput('forward', true, mark).readInt32LE(16), buttonInput('forward', false, mark).readUInt32LE(20)],
      [2, 0x100],
    );
  });

  it('types text as its UTF-16 units, each pressed and let go', () => {
    const units = textInputs('a😀', mark).map((input) => [input.readUInt16LE(10), input.readUInt32LE(12)]);
    assert.deepEqual(units, [
      [0x61, 4],
      [0x61, 6],
      [0xd83d, 4],
      [0xd83d, 6],
      [0xde00, 4],
      [0xde00, 6],
    ]);
  });

  it('knows keys by what X calls them, and by their places', () => {
    assert.deepEqual(virtualKeyOf(0xff51), { virtualKey: 0x25, isExtended: true });
    assert.deepEqual(virtualKeyOf(0xffbe), { virtualKey: 0x70, isExtended: false });
    assert.deepEqual(virtualKeyOf(0xffe4), { virtualKey: 0xa3, isExtended: true });
    assert.equal(virtualKeyOf(0xff65), undefined);
    assert.deepEqual([scanAtPlace('KeyQ'), scanAtPlace('Space'), scanAtPlace('toString')], [0x10, 0x39, undefined]);
  });
});
