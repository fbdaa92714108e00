import assert from 'node:assert/strict';
import {
  cleanOutsideText,
  isolated,
  shortenMiddle,
  shortenToFit,
} from '../../../../customer-host/windows/outside-text.ts';

describe('names from outside, in the windows of the host', () => {
  it('keep every script', () => {
    for (const name of ['Ines Halvorsen', '김서연', 'さくら 花子', 'محمد', 'Ελένη', '👩‍🔧 Ana'.normalize()]) {
      assert.equal(cleanOutsideText(name, 40).replace(/\u200d/g, ''), name.replace(/\u200d/g, ''));
    }
  });

  it('lose what reorders or hides text', () => {
    assert.equal(cleanOutsideText('Ines\u202e oN\u202c', 40), 'Ines oN');
    assert.equal(cleanOutsideText('I\u200bn\u2066e\u00ads\u{e0041}', 40), 'Ines');
  });

  it('stand on one line', () => {
    assert.equal(cleanOutsideText('Ines\r\nHalvorsen\u2028\t says  yes\0', 40), 'Ines Halvorsen says yes');
  });

  it('cannot cover their neighbours with marks', () => {
    assert.equal(cleanOutsideText(`e${'\u0301'.repeat(500)}`, 40).length, 5);
  });

  it('survive half of a character', () => {
    assert.equal(cleanOutsideText('a\ud83d', 40), 'a\ufffd');
  });

  it('are cut in the middle, where both ends stay readable', () => {
    const cut = cleanOutsideText(`Maria ${'Antonia '.repeat(30)}Petrescu`, 24);
    assert.match(cut, /^Maria .*….*Petrescu$/);
    assert.ok(Array.from(cut).length <= 24);
    assert.equal(shortenMiddle('Ana', 3), 'Ana');
    assert.equal(shortenMiddle('Antonia', 1), '…');
  });

  it('do not move their neighbours when they read from right to left', () => {
    assert.equal(isolated('محمد'), '\u2068محمد\u2069');
    assert.equal(isolated('Ines'), 'Ines');
  });

  it('are cut no more than the room asks for', () => {
    assert.equal(
      shortenToFit('abcdefghij', (text) => text.length <= 7),
      'abc…hij',
    );
    assert.equal(
      shortenToFit('abc', () => false),
      '…',
    );
  });
});
