import assert from 'node:assert/strict';
import { createLineWriter } from '../../../../server/logging/line-writer.ts';

describe('the writer of the log’s lines', () => {
  it('loses lines that cannot be written, and says how many before the next one that can', () => {
    let isFull = false;
    let written = '';
    const write = createLineWriter(2, (_fd, bytes) => {
      if (isFull) throw new Error('ENOSPC');
      // A system may take less than it was given.
      const taken = bytes.subarray(0, 3);
      written += taken.toString('latin1');
      return taken.length;
    });
    write('one');
    isFull = true;
    write('two');
    write('three');
    isFull = false;
    write('four');
    write('five');
    assert.equal(written, 'one\n2 lines before this one could not be written.\nfour\nfive\n');
  });
});
