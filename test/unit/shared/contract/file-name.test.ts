import assert from 'node:assert/strict';
import { refusedEnding, safeFileName } from '../../../../shared/contract/file-name.ts';

/** What came, and what it is shown and saved as. */
const names: readonly (readonly [string, string])[] = [
  ['report.pdf', 'report.pdf'],
  ['Prüfung 1 (final).pdf', 'Prüfung 1 (final).pdf'],
  ['../../x', 'x'],
  ['..\\..\\x.txt', 'x.txt'],
  ['C:\\Users\\marta\\x.txt', 'x.txt'],
  ['\\\\?\\C:\\x', 'x'],
  ['\\\\?\\', '_'],
  ['/etc/passwd', 'passwd'],
  ['CON', '_CON'],
  ['con.txt', '_con.txt'],
  ['COM1.log', '_COM1.log'],
  ['console.txt', 'console.txt'],
  ['x.txt.', 'x.txt'],
  ['x.txt . . ', 'x.txt'],
  ['pdf\u202Eexe.', 'pdfexe'],
  ['invoice\u202Efdp.txt', 'invoicefdp.txt'],
  ['a\u0000b.txt', 'ab.txt'],
  ['a\u200Bb\uFEFF.txt', 'ab.txt'],
  ['a"\r\nSet-Cookie:x.txt', 'a_Set-Cookie_x.txt'],
  ['<img src=x>.png', '_img src=x_.png'],
  ['.bashrc', 'bashrc'],
  ['a  b\tc.txt', 'a bc.txt'],
  ['', 'file'],
  ['...', 'file'],
  ['/', 'file'],
  ['\uD800.txt', 'txt'],
];

describe('The name of a file from outside', () => {
  for (const [given, shown] of names) {
    it(`becomes ${JSON.stringify(shown)} from ${JSON.stringify(given)} [H-56]`, () => {
      assert.equal(safeFileName(given), shown);
    });
  }

  it('is cut to what every file system takes, before its ending [H-56]', () => {
    for (const letter of ['a', 'ä', '語', '👍']) {
      const cut = safeFileName(`${letter.repeat(300)}.pdf`);
      assert.ok(Buffer.byteLength(cut) <= 200, cut);
      assert.ok(cut.endsWith(`${letter}.pdf`), cut);
    }
    assert.ok(Buffer.byteLength(safeFileName('x'.repeat(2000))) <= 200);
  });

  it('stays as it is when it is made safe twice', () => {
    for (const [given] of names) assert.equal(safeFileName(safeFileName(given)), safeFileName(given));
  });
});

/** Names that are refused, and the ending for which they are. */
const refused: readonly (readonly [string, string])[] = [
  ...['exe', 'msi', 'bat', 'sh', 'cmd'].map((ending) => [`x.${ending}`, ending] as const),
  ...['scr', 'ps1', 'lnk', 'hta', 'js', 'jar', 'vbs', 'com', 'pif', 'reg'].map(
    (ending) => [`x.${ending}`, ending] as const,
  ),
  ['SETUP.EXE', 'exe'],
  ['x.exe.', 'exe'],
  ['x.exe ', 'exe'],
  ['x.exe. . .', 'exe'],
  ['x.exe .', 'exe'],
  ['invoice.pdf.exe', 'exe'],
  ['invoice.exe.pdf', 'exe'],
  ['a.bat.txt', 'bat'],
  ['invoice\u202Efdp.exe', 'exe'],
  ['x.e\u200Bxe', 'exe'],
  ['x.e\u0000xe', 'exe'],
  ['x．ｅｘｅ', 'exe'],
  ['x.exe:stream.txt', 'exe'],
  ['x.exe::$DATA', 'exe'],
  ['../../x.sh', 'sh'],
  ['C:\\Users\\marta\\x.exe', 'exe'],
];

describe('A name that says it is a program', () => {
  for (const [name, ending] of refused) {
    it(`is refused for .${ending}: ${JSON.stringify(name)} [S0-82] [H-57]`, () => {
      assert.equal(refusedEnding(name), ending);
    });
  }

  it('is told from names that only look so', () => {
    const fine = [
      'report.pdf',
      'exe',
      'exe.pdf',
      'my exe notes.txt',
      'www.example.com.pdf',
      'archive.tar.gz',
      'sh',
      'x.shx',
    ];
    for (const name of fine) assert.equal(refusedEnding(name), undefined, name);
  });
});
