import assert from 'node:assert/strict';
import { readRawInput } from '../../../../customer-host/hand/raw-input.ts';

function fromMouse({ flags = 0, buttons = 0, dx = 0, dy = 0, mark = 0 }): Buffer {
  const raw = Buffer.alloc(128);
  raw.writeUInt16LE(flags, 24);
  raw.writeUInt16LE(buttons, 28);
  raw.writeInt32LE(dx, 36);
  raw.writeInt32LE(dy, 40);
  raw.writeUInt32LE(mark, 44);
  return raw;
}

function fromKeyboard({ virtualKey = 0, flags = 0, mark = 0 }): Buffer {
  const raw = Buffer.alloc(128);
  raw.writeUInt32LE(1, 0);
  raw.writeUInt16LE(flags, 26);
  raw.writeUInt16LE(virtualKey, 30);
  raw.writeUInt32LE(mark, 36);
  return raw;
}

describe('raw input of Windows', () => {
  it('tells movements, buttons, the wheel and keys, each with its mark', () => {
    assert.deepEqual(readRawInput(fromMouse({ dx: -1, mark: 5 })), { kind: 'pointer', mark: 5 });
    assert.deepEqual(readRawInput(fromMouse({ flags: 1, dx: 0 })), { kind: 'pointer', mark: 0 });
    assert.deepEqual(readRawInput(fromMouse({ buttons: 0x4, mark: 6 })), { kind: 'button', mark: 6 });
    assert.deepEqual(readRawInput(fromMouse({ buttons: 0x400 })), { kind: 'pointer', mark: 0 });
    const [down, up] = [fromKeyboard({ virtualKey: 0x1b }), fromKeyboard({ virtualKey: 0x1b, flags: 1, mark: 7 })];
    assert.deepEqual(readRawInput(down), { kind: 'key', mark: 0, virtualKey: 0x1b, isDown: true });
    assert.deepEqual(readRawInput(up), { kind: 'key', mark: 7, virtualKey: 0x1b, isDown: false });
  });

  it('says nothing of a button that comes up, of a movement by nothing, and of other devices', () => {
    assert.equal(readRawInput(fromMouse({ buttons: 0x2 })), undefined);
    assert.equal(readRawInput(fromMouse({})), undefined);
    const other = fromMouse({ dx: 3 });
    other.writeUInt32LE(2, 0);
    assert.equal(readRawInput(other), undefined);
  });
});
