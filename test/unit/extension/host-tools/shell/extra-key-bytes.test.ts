import assert from 'node:assert/strict';
import { extraKeyBytes, withHeld } from '../../../../../extension/host-tools/shell/extra-key-bytes.ts';

const none = { ctrl: false, alt: false };
const ctrl = { ctrl: true, alt: false };
const alt = { ctrl: false, alt: true };

describe('The extra keys of a command line', () => {
  it('write what such keys write in a terminal [S2-60]', () => {
    assert.equal(extraKeyBytes('Esc', none, false), '\u001b');
    assert.equal(extraKeyBytes('Tab', none, false), '\t');
    assert.equal(extraKeyBytes('↑', none, false), '\u001b[A');
    assert.equal(extraKeyBytes('End', none, false), '\u001b[F');
    assert.equal(extraKeyBytes('PgUp', none, false), '\u001b[5~');
    assert.equal(extraKeyBytes('F1', none, false), '\u001bOP');
    assert.equal(extraKeyBytes('F12', none, false), '\u001b[24~');
    assert.equal(extraKeyBytes('|', none, false), '|');
  });

  it('write the arrows as a program asks for them', () => {
    assert.equal(extraKeyBytes('↑', none, true), '\u001bOA');
  });

  it('write held keys along', () => {
    assert.equal(extraKeyBytes('→', ctrl, true), '\u001b[1;5C');
    assert.equal(extraKeyBytes('F5', alt, false), '\u001b[15;3~');
    assert.equal(extraKeyBytes('/', ctrl, false), '\u001f');
  });

  it('hold Ctrl and Alt for one typed letter, and leave longer texts alone', () => {
    assert.equal(withHeld('c', ctrl), '\u0003');
    assert.equal(withHeld('C', ctrl), '\u0003');
    assert.equal(withHeld('b', alt), '\u001bb');
    assert.equal(withHeld('x', { ctrl: true, alt: true }), '\u001b\u0018');
    assert.equal(withHeld('5', ctrl), '5');
    assert.equal(withHeld('hello', ctrl), 'hello');
    assert.equal(withHeld('c', none), 'c');
  });
});
