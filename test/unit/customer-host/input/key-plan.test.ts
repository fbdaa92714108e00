import assert from 'node:assert/strict';
import { planKey } from '../../../../customer-host/input/key-plan.ts';

describe('what a key of the rep means on the customer’s computer', () => {
  it('makes the character of a printable key', () => {
    assert.deepEqual(planKey('KeyZ', 'y', false), { kind: 'character', keysym: 0x79 });
    assert.deepEqual(planKey('KeyA', 'A', false), { kind: 'character', keysym: 0x41 });
    assert.deepEqual(planKey('KeyT', 'е', false), { kind: 'character', keysym: 0x1000435 });
    assert.deepEqual(planKey('Numpad5', '5', false), { kind: 'character', keysym: 0x35 });
  });

  it('holds the key itself in a shortcut, with Shift or CapsLock too', () => {
    assert.deepEqual(planKey('KeyC', 'c', true), { kind: 'shortcut', keysym: 0x63, code: 'KeyC' });
    assert.deepEqual(planKey('KeyT', 'T', true), { kind: 'shortcut', keysym: 0x74, code: 'KeyT' });
  });

  it('tells left from right modifiers, and the number pad’s keys', () => {
    assert.deepEqual(planKey('ShiftRight', 'Shift', false), { kind: 'hold', keysym: 0xffe2 });
    assert.deepEqual(planKey('AltRight', 'Alt', true), { kind: 'hold', keysym: 0xffea });
    assert.deepEqual(planKey('NumpadEnter', 'Enter', false), { kind: 'hold', keysym: 0xff8d });
    assert.deepEqual(planKey('NumpadAdd', '+', false), { kind: 'hold', keysym: 0xffab });
  });

  it('knows navigation and function keys by name', () => {
    assert.deepEqual(planKey('Numpad7', 'Home', false), { kind: 'hold', keysym: 0xff50 });
    assert.deepEqual(planKey('F24', 'F24', false), { kind: 'hold', keysym: 0xffd5 });
    assert.deepEqual(planKey('Escape', 'Escape', true), { kind: 'hold', keysym: 0xff1b });
  });

  it('leaves AltGr to the character it makes', () => {
    assert.deepEqual(planKey('AltRight', 'AltGraph', true), { kind: 'altGraph' });
  });

  it('types keys that make several characters', () => {
    assert.deepEqual(planKey('KeyB', 'لا', false), { kind: 'text', text: 'لا' });
  });

  it('ignores dead, composing, lock and invented keys', () => {
    const names = ['', 'Dead', 'Process', 'CapsLock', 'NumLock', 'Unidentified', '__proto__', 'toString', '\u0007'];
    for (const name of [...names, '\ud800', 'x'.repeat(33)]) {
      assert.deepEqual(planKey(name, name, false), { kind: 'nothing' }, JSON.stringify(name));
    }
  });
});
