import assert from 'node:assert/strict';
import { DEVELOPMENT_SERVER, serverAddress } from '../../../../customer-host/package/server-address.ts';

describe("the server's address, from the sources", () => {
  it('comes from the variable', () => {
    assert.deepEqual(serverAddress({ [DEVELOPMENT_SERVER]: 'http://localhost:3000' }), {
      origin: 'http://localhost:3000',
    });
  });

  it('is refused when it is missing, or is more or less than an origin', () => {
    const wrong = [undefined, '', 'localhost:3000', 'https://a.example/path', 'file:///etc', 'https://u:p@a.example'];
    for (const origin of wrong) assert.throws(() => serverAddress({ [DEVELOPMENT_SERVER]: origin }), String(origin));
  });
});
