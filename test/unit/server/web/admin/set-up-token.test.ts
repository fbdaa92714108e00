import assert from 'node:assert/strict';
import { takeToken } from '../../../../../server/web/admin/start/set-up-token.ts';

describe('The token of the set-up link', () => {
  const token = 'a'.repeat(43);
  const take = (pathname: string, hash: string) => {
    const addresses: unknown[] = [];
    const taken = takeToken({ pathname, hash }, { replaceState: (...state) => addresses.push(state[2]) });
    return { taken, addresses };
  };

  it('is taken out of the address at once', () => {
    assert.deepEqual(take('/setup', `#${token}`), { taken: token, addresses: ['/setup'] });
  });

  it('leaves the address too when it is no token', () => {
    assert.deepEqual(take('/setup', '#<script>'), { taken: undefined, addresses: ['/setup'] });
  });

  it('is looked for on the set-up page only', () => {
    assert.deepEqual(take('/admin', `#${token}`), { taken: undefined, addresses: [] });
  });
});
