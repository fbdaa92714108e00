import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { createSha256 } from '../../../../shared/link/sha-256.ts';

const known = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the hash of what comes bit by bit', () => {
  it('is that of the whole, wherever it is cut', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000]) {
      const bytes = randomBytes(length);
      const hash = createSha256();
      for (let at = 0; at < length; at += 37) hash.update(bytes.subarray(at, at + 37));
      assert.equal(hash.hex(), known(bytes), `${length} bytes`);
    }
  });

  it('can be told in between without being disturbed', () => {
    const bytes = randomBytes(300_000);
    const hash = createSha256();
    hash.update(bytes.subarray(0, 100_001));
    assert.equal(hash.hex(), known(bytes.subarray(0, 100_001)));
    hash.update(bytes.subarray(100_001));
    assert.equal(hash.hex(), known(bytes));
  });
});
