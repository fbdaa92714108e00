import assert from 'node:assert/strict';
import { keysymOfCharacter, keysymsOfText } from '../../../../customer-host/input/keysym.ts';

describe('X names of characters', () => {
  it('are Latin 1 as it is and Unicode beyond', () => {
    assert.equal(keysymOfCharacter('a'), 0x61);
    assert.equal(keysymOfCharacter('ÿ'), 0xff);
    assert.equal(keysymOfCharacter('Ā'), 0x1000100);
    assert.equal(keysymOfCharacter('한'), 0x100d55c);
    assert.equal(keysymOfCharacter('😀'), 0x101f600);
  });

  it('are Enter and Tab for line ends and tabs, once per line end', () => {
    assert.deepEqual(keysymsOfText('a\r\nb\n\tc\r'), [0x61, 0xff0d, 0x62, 0xff0d, 0xff09, 0x63, 0xff0d]);
  });

  it('do not exist for control characters and halves of characters', () => {
    assert.deepEqual(keysymsOfText('\u0000\u0008\u001b\u007f\u009f\ud83d'), []);
  });
});
