import assert from 'node:assert/strict';
import { localName, otherLocalName } from '../../../../../extension/host-tools/files/local-name.ts';

describe('names of the customer’s files on the rep’s disk', () => {
  it('are made harmless, and stay hidden where they were [H-56]', () => {
    assert.equal(localName('report.pdf'), 'report.pdf');
    assert.equal(localName('.profile'), '.profile');
    assert.equal(localName('CON'), '_CON');
    assert.equal(localName('pdf\u202Eexe.txt'), 'pdfexe.txt');
    assert.equal(localName('a:b?.txt'), 'a_b_.txt');
  });

  it('are counted when both are kept', () => {
    assert.equal(otherLocalName('report.pdf', 2), 'report (2).pdf');
    assert.equal(otherLocalName('.profile', 3), '.profile (3)');
  });
});
