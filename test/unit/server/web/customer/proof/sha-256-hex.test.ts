import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256Hex } from '../../../../../../server/web/customer/proof/sha-256-hex.ts';

describe('The page’s own SHA-256', () => {
  it('hashes any text as everybody else does', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, (some) => assert.equal(sha256Hex(some), createHash('sha256').update(some).digest('hex'))),
    );
  });

  it('fills up the last block at every length', () => {
    for (let length = 0; length <= 200; length += 1) {
      const text = 'x'.repeat(length);
      assert.equal(sha256Hex(text), createHash('sha256').update(text).digest('hex'), String(length));
    }
  });
});
