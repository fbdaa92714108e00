import assert from 'node:assert/strict';
import { otherName, refusedName, refusedPath } from '../../../../../customer-host/tools/files/file-names.ts';

describe('names on the customer’s computer', () => {
  it('are refused with a sentence of their own where they are none, or read as others [H-56]', () => {
    const refused: [string, RegExp][] = [
      ['', /needed/],
      ['..', /stands for a folder/],
      ['a/b', /part folders/],
      ['..\\..\\x', /part folders/],
      ['a\0b', /ends every text/],
      ['a\nb', /control characters/],
      ['half\uD800', /half a character/],
      ['pdf\u202Eexe.txt', /invisible marks/],
      ['ä'.repeat(128), /too long/],
    ];
    for (const [name, why] of refused) assert.match(refusedName(name, 'linux') ?? '', why, JSON.stringify(name));
    for (const name of ['a', 'Übung 1.pdf', '.profile', 'x.exe.', 'CON', 'ä'.repeat(127), '請求書.pdf'])
      assert.equal(refusedName(name, 'linux'), undefined, name);
  });

  it('follow the rules of Windows there [H-56]', () => {
    const refused: [string, RegExp][] = [
      ['CON', /device/],
      ['nul.txt', /device/],
      ['LPT1.log', /device/],
      ['x.exe.', /cuts off/],
      ['x.exe ', /cuts off/],
      ['a:b', /Windows takes no/],
      ['what?', /Windows takes no/],
    ];
    for (const [name, why] of refused) assert.match(refusedName(name, 'win32') ?? '', why, name);
    assert.equal(refusedName('console.txt', 'win32'), undefined);
  });

  it('of one that stays beside another are counted before the ending, and fit a disk', () => {
    assert.equal(otherName('report.pdf', 2), 'report (2).pdf');
    assert.equal(otherName('.profile', 2), '.profile (2)');
    assert.equal(otherName('no ending', 3), 'no ending (3)');
    assert.ok(Buffer.byteLength(otherName(`${'ä'.repeat(125)}.pdf`, 2)) <= 255);
  });

  it('paths are whole, and lead nowhere else [H-56]', () => {
    for (const path of ['', 'home', '../x', '/a/../b', '/a/./b', '/a//b', '/a/', '/a\0'])
      assert.notEqual(refusedPath(path, 'linux'), undefined, JSON.stringify(path));
    for (const path of ['/', '/home/ana', '/a/b c/ü']) assert.equal(refusedPath(path, 'linux'), undefined, path);
    const windows = [
      '\\\\?\\C:\\x',
      '\\\\.\\PhysicalDrive0',
      '\\\\server\\share',
      'C:x',
      'C:\\a\\..\\b',
      'C:\\a:b',
      'C:\\NUL',
      'C:\\a/b',
      '/a',
    ];
    for (const path of windows) assert.notEqual(refusedPath(path, 'win32'), undefined, path);
    for (const path of ['C:\\', 'd:\\Users\\Ana']) assert.equal(refusedPath(path, 'win32'), undefined, path);
  });
});
