import assert from 'node:assert/strict';
import { createChallenges, leadingZeroBits } from '../../../../server/proof/challenge.ts';
import { solveProof } from '../../../support/solve-proof.ts';

describe('A proof of work', () => {
  const challenges = createChallenges(new Uint8Array(32).fill(7));
  const mine = { purpose: 'code', caller: 'my browser' } as const;
  const asked = challenges.issue(mine, 8, 1000);
  const proof = solveProof(asked);

  it('counts for whom and for what it was asked, while its time lasts', () => {
    assert.deepEqual(challenges.check(mine, proof, 999), { nonce: asked.nonce, expiresAt: 1000 });
    assert.equal(challenges.check(mine, proof, 1000), undefined);
    assert.equal(challenges.check({ ...mine, caller: 'another browser' }, proof, 0), undefined);
    assert.equal(challenges.check({ ...mine, purpose: 'request' }, proof, 0), undefined);
  });

  it('cannot be made easier, longer or its own by whoever shows it', () => {
    const [nonce = '', , expiresAt = '', signature = ''] = asked.challenge.split('.');
    const forged = [
      `${nonce}.0.${expiresAt}.${signature}`,
      `${nonce}.8.9999.${signature}`,
      `${'A'.repeat(22)}.8.${expiresAt}.${signature}`,
      `${nonce}.8.${expiresAt}.`,
      `${asked.challenge}.more`,
      '',
    ];
    for (const challenge of forged) assert.equal(challenges.check(mine, { ...proof, challenge }, 0), undefined);
  });

  it('needs the work to be done', () => {
    const hard = challenges.issue(mine, 24, 1000);
    assert.equal(challenges.check(mine, { challenge: hard.challenge, answer: '1' }, 0), undefined);
    assert.equal(challenges.issue(mine, 99, 1000).bits, 24);
  });

  it('counts zero bits from the first byte on', () => {
    assert.deepEqual(
      [[255], [127], [1], [0, 128], [0, 1], [0, 0]].map((bytes) => leadingZeroBits(Uint8Array.from(bytes))),
      [0, 1, 7, 8, 15, 16],
    );
  });
});
