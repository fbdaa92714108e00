import assert from 'node:assert/strict';
import { newTotpSecret, stepOfCode, totpUri } from '../../../../server/two-step/totp.ts';
import { hashRecoveryCode, newRecoveryCodes } from '../../../../server/two-step/recovery-codes.ts';

/** The secret of RFC 6238, appendix B, in base32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('Codes of a phone', () => {
  const known = [
    { atSeconds: 59, code: '287082' },
    { atSeconds: 1_111_111_109, code: '081804' },
    { atSeconds: 1_234_567_890, code: '005924' },
    { atSeconds: 20_000_000_000, code: '353130' },
  ];
  for (const { atSeconds, code } of known) {
    it(`are those of RFC 6238 at ${atSeconds} s`, () => {
      assert.equal(stepOfCode(secret, code, atSeconds * 1000), Math.floor(atSeconds / 30));
    });
  }

  it('count one step early and one step late, and no more', () => {
    const step = Math.floor(1_111_111_109 / 30);
    const seen = [-2, -1, 0, 1, 2].map((late) => stepOfCode(secret, '081804', (step + late) * 30_000));
    assert.deepEqual(seen, [undefined, step, step, step, undefined]);
  });

  it('come from secrets of 160 bits that an app can read', () => {
    const fresh = newTotpSecret();
    assert.match(fresh, /^[A-Z2-7]{32}$/);
    assert.notEqual(newTotpSecret(), fresh);
    const uri = new URL(totpUri(fresh, 'Fern & Sons: IT', 'ana'));
    assert.equal(uri.searchParams.get('secret'), fresh);
    assert.equal(uri.searchParams.get('issuer'), 'Fern & Sons: IT');
  });
});

describe('Recovery codes', () => {
  it('are ten different ones, known by their hash however they are written', () => {
    const codes = newRecoveryCodes();
    assert.equal(new Set(codes).size, 10);
    for (const code of codes) assert.match(code, /^(?:[a-z2-7]{4}-){3}[a-z2-7]{4}$/);
    assert.equal(hashRecoveryCode('aaaa-bbbb-cccc-dddd'), hashRecoveryCode('aaaabbbbccccdddd'));
  });
});
