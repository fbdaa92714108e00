import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { leadingZeroBits } from '../../../../../../server/proof/challenge.ts';
import { sha256Word } from '../../../../../../server/web/customer/proof/sha-256-word.ts';
import { solveChallenge } from '../../../../../../server/web/customer/proof/solve-challenge.ts';

const hash = (text: string) => createHash('sha256').update(text).digest();

describe('The work that a page does', () => {
  it('hashes as everybody else does', () => {
    const text = fc.string({ unit: 'grapheme-ascii', maxLength: 55 });
    fc.assert(fc.property(text, (some) => assert.equal(sha256Word(some), hash(some).readUInt32BE(0))));
  });

  it('refuses what does not fit into a block', () => {
    assert.throws(() => sha256Word('x'.repeat(56)));
  });

  it('finds a number that the server takes', () => {
    const nonce = 'Q'.repeat(22);
    const answer = solveChallenge(nonce, 10);
    assert.ok(leadingZeroBits(hash(`${nonce}:${answer}`)) >= 10);
  });
});
