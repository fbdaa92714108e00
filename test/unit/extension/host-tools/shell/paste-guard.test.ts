import assert from 'node:assert/strict';
import { readPaste } from '../../../../../extension/host-tools/shell/paste-guard.ts';

describe('What is pasted into a command line', () => {
  it('goes in as it is while it is one line', () => {
    assert.deepEqual(readPaste('ls -l'), { is: 'plain', text: 'ls -l' });
    assert.deepEqual(readPaste(''), { is: 'empty' });
  });

  it('is asked about when it has line breaks of any kind', () => {
    assert.deepEqual(readPaste('ls\r\nrm -rf x\r\n'), { is: 'lines', text: 'ls\nrm -rf x\n', lines: 2 });
    assert.deepEqual(readPaste('ls\r'), { is: 'lines', text: 'ls\n', lines: 1 });
  });

  it('loses what cannot be seen, such as the end of a paste that a page has put in', () => {
    assert.deepEqual(readPaste('ls\u001b[201~\u0000; \u202ereboot\u200b'), { is: 'plain', text: 'ls[201~; reboot' });
  });

  it('is not taken when it is huge', () => {
    assert.deepEqual(readPaste('ü'.repeat(200_000)), { is: 'too-long' });
  });
});
