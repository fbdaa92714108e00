import assert from 'node:assert/strict';
import type { MeasureText } from '../../../../customer-host/windows/drawing.ts';
import type { Paragraph } from '../../../../customer-host/windows/text-layout.ts';
import { wrap } from '../../../../customer-host/windows/text-layout.ts';
import type { Words } from '../../../../customer-host/windows/words.ts';

const tenPixelsALetter: MeasureText = (text) => Array.from(text).length * 10;
const style: Paragraph = { size: 14, lineHeight: 20, colour: 'text' };

describe('text in the windows of the host', () => {
  it('breaks between words', () => {
    assert.deepEqual(linesOf('Move your own mouse', 100), ['Move your ', 'own mouse']);
  });

  it('breaks scripts without blanks between letters, and keeps their full stop', () => {
    assert.deepEqual(linesOf('画面を見せますか。', 50), ['画面を見せ', 'ますか。']);
  });

  it('breaks inside a word that is wider than the line', () => {
    assert.deepEqual(linesOf('abcdefghijkl', 50), ['abcde', 'fghij', 'kl']);
  });

  it('keeps the strong part strong across lines', () => {
    const lines = wrap(['for ', { strong: '15 minutes' }, ' only'], 70, style, tenPixelsALetter);
    assert.deepEqual(
      lines.map((line) => line.filter((run) => run.strong).map((run) => run.text)),
      [['15 '], ['minutes'], []],
    );
  });

  function linesOf(words: Words, width: number): string[] {
    return wrap(words, width, style, tenPixelsALetter).map((line) => line.map((run) => run.text).join(''));
  }
});
