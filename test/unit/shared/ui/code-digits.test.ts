import { equal } from 'node:assert/strict';
import { codeDigits, spacedCode } from '../../../../shared/ui/code-digits.ts';

describe('digits of a connection code', () => {
  it('keeps digits and drops blanks, dashes and words', () => {
    equal(codeDigits('Code: 482-913.'), '482913');
  });

  it('reads the digits of other scripts', () => {
    equal(codeDigits('４８２ ９１３'), '482913');
    equal(codeDigits('٤٨٢٩١٣'), '482913');
    equal(codeDigits('४८२९१३'), '482913');
  });

  it('stops after six digits', () => {
    equal(codeDigits('48291377'), '482913');
  });

  it('writes a code in two groups of three', () => {
    equal(spacedCode('482913'), '482 913');
    equal(spacedCode('48'), '48');
  });
});
