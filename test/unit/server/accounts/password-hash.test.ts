import assert from 'node:assert/strict';
import { hashPassword, verifyPassword } from '../../../../server/accounts/password-hash.ts';

describe('stored passwords', () => {
  it('differ for the same password, and fit only that one', async function () {
    this.timeout(20_000);
    const long = 'x'.repeat(72);
    const [one, two] = await Promise.all([hashPassword(`${long}a`), hashPassword(`${long}a`)]);
    assert.notEqual(one, two);
    assert.match(one, /^scrypt\$17\$8\$1\$/);
    assert.equal(await verifyPassword(`${long}a`, one), true);
    // Some hashes look at the first 72 bytes only.
    assert.equal(await verifyPassword(`${long}b`, one), false);
    assert.equal(await verifyPassword('anything', undefined), false);
  });
});
