import { equal } from 'node:assert/strict';
import { cutMiddle, safeName, safeText } from '../../../../shared/ui/safe-text.ts';

describe('text from outside', () => {
  it('cannot turn the reading order around', () => {
    equal(safeText('invoice\u202Egpj.exe'), 'invoicegpj.exe');
    equal(safeText('a\u202Ab\u202Bc\u202Cd\u202De\u2066f\u2067g\u2068h\u2069i'), 'abcdefghi');
  });

  it('holds nothing that cannot be seen', () => {
    equal(safeText('ad\u200Bmin\u2060\uFEFF\u00AD'), 'admin');
    equal(safeText('a\u{E0061}\u{E0062}b'), 'ab');
  });

  it('holds no control characters, but keeps lines and tabs', () => {
    equal(safeText('a\u0000\u0007\u001B[31mb\tc\r\nd\u2028e\u0085f'), 'a[31mb\tc\nd\ne\nf');
  });

  it('trims a tower of combining marks to eight', () => {
    equal([...safeText(`Z${'\u0336'.repeat(10_000)}!`)].length, 10);
    equal(safeText('Zo\u0308e\u0301'), 'Zo\u0308e\u0301');
  });

  it('leaves markup alone, because it is shown as text', () => {
    equal(safeText('<img src=x onerror=alert(1)>'), '<img src=x onerror=alert(1)>');
  });

  it('keeps emoji that are joined, and the joiners that Persian and Hindi need', () => {
    equal(safeText('👩‍💻'), '👩‍💻');
    equal(safeText('می‌خواهم'), 'می‌خواهم');
    equal(safeText('क्‍ष'), 'क्‍ष');
  });

  it('drops joiners where they only hide, and keeps one of many', () => {
    equal(safeText('ad\u200Dmi\u200Cn'), 'admin');
    equal(safeText(`👩${'\u200D'.repeat(50)}💻`), '👩‍💻');
  });

  it('replaces half characters', () => {
    equal(safeText('a\uD800b'), 'a\uFFFDb');
  });

  it('shows a name in one line of bounded length', () => {
    equal(safeName('  Marta \n\t Kowalenko '), 'Marta Kowalenko');
    equal(safeName('x'.repeat(500), 10), 'xxxxxxxxx…');
  });

  it('cuts a file name in the middle, so that its kind stays in sight', () => {
    equal(cutMiddle('West branch printers of 2025.pdf', 16), 'West bra…025.pdf');
    equal(cutMiddle('a.pdf', 16), 'a.pdf');
  });

  it('is fast on a megabyte of marks', () => {
    equal(safeText('\u0301'.repeat(1_000_000)).length, 8);
  });
});
