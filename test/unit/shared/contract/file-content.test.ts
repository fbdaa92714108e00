import assert from 'node:assert/strict';
import { inspectContent } from '../../../../shared/contract/file-content.ts';

const look = (content: Buffer) =>
  inspectContent((offset, length) => Promise.resolve(content.subarray(offset, offset + length)), content.length);
const hex = (bytes: string) => Buffer.concat([Buffer.from(bytes.replaceAll(' ', ''), 'hex'), Buffer.alloc(600)]);

/** A file of the form that old Office documents and Windows installers share; its root says whose it is. */
function aCompoundFile(rootClass: string, sectorShift = 9, directorySector = 3): Buffer {
  const sector = 2 ** sectorShift;
  const file = Buffer.alloc((directorySector + 2) * sector);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(sectorShift, 30);
  file.writeUInt32LE(directorySector, 48);
  Buffer.from(rootClass, 'hex').copy(file, (directorySector + 1) * sector + 80);
  return file;
}
const installer = '84100c0000000000c000000000000046';

describe('What a file is by its bytes', () => {
  const programs: readonly (readonly [string, Buffer])[] = [
    ['a Windows program', hex('4d5a9000 03000000 04000000 ffff0000')],
    ['a Linux program', hex('7f454c46 02010100')],
    ['a Mac program', hex('cffaedfe 07000001')],
    ['a universal Mac program, or a Java class', hex('cafebabe 00000002')],
    ['a Windows installer', aCompoundFile(installer)],
    ['a Windows installer with large sectors', aCompoundFile(installer, 12, 700)],
    ['a patch', aCompoundFile(installer.replace('84', '86'))],
    ['a shortcut', hex('4c000000 01140200 00000000 c0000000 00000046')],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf ~\n')],
    ['a script behind blanks and a mark', Buffer.from('\uFEFF\n  #!/usr/bin/env python3\n')],
    ['a batch file', Buffer.from('@echo off\r\ndel /q *\r\n')],
    ['a batch file in capitals', Buffer.from('@ECHO OFF\r\n')],
    ['a batch file that begins with a remark', Buffer.from('rem nothing\r\n@echo off\r\n')],
    ['a batch file of two bytes a letter', Buffer.from('\uFEFF@echo off\r\n', 'utf16le')],
    ['a Debian package', Buffer.from('!<arch>\ndebian-binary   ')],
  ];
  for (const [what, content] of programs) {
    it(`refuses ${what}, whatever it is called [S0-82] [H-57]`, async () => {
      assert.ok('refused' in (await look(content)));
    });
  }

  const fine: readonly (readonly [string, Buffer, string])[] = [
    ['a picture', hex('89504e47 0d0a1a0a 0000000d 49484452'), 'picture'],
    ['a photograph of a phone', hex('00000024 66747970 68656963'), 'picture'],
    ['a recording of a phone', hex('0000001c 66747970 4d344120'), 'sound'],
    ['a film', hex('00000020 66747970 69736f6d'), 'film'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'pdf'],
    ['an archive', hex('504b0304'), 'archive'],
    ['an old Office document', aCompoundFile('0609020000000000c000000000000046'), 'document'],
    ['text', Buffer.from('The printer says: echo off. #!'), 'other'],
    ['text that begins like a program', Buffer.from('MZ;name;place\r\n1;Ana;Riga\r\n'), 'other'],
    ['nothing', Buffer.alloc(0), 'other'],
    ['three bytes', Buffer.from('abc'), 'other'],
    ['a compound file that is cut off', aCompoundFile(installer).subarray(0, 512), 'document'],
  ];
  for (const [what, content, kind] of fine) {
    it(`lets ${what} pass`, async () => {
      assert.deepEqual(await look(content), { kind });
    });
  }
});
