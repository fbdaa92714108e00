import assert from 'node:assert/strict';
import { createOrigins } from '../../../../server/edge/origins.ts';
import { EXTENSION_ORIGIN } from '../../../../shared/contract/extension-id.ts';

const local = createOrigins({ host: '127.0.0.1', publicUrl: undefined, tls: undefined }, 8420);

describe('whose page is speaking', () => {
  it('knows the server’s own pages by the names under which it is reached', () => {
    for (const origin of ['http://localhost:8420', 'http://127.0.0.1:8420', 'http://[::1]:8420']) {
      assert.equal(local.callerOf(origin), 'own-page');
    }
    assert.equal(local.publicOrigin, 'http://localhost:8420');
  });

  it('takes nobody else for one of them', () => {
    for (const origin of [
      'https://localhost:8420',
      'http://localhost',
      'http://localhost:8420.evil.example',
      'null',
      '',
    ]) {
      assert.equal(local.callerOf(origin), 'foreign', origin);
    }
    assert.equal(local.callerOf(undefined), 'none');
  });

  it('knows the extension', () => {
    assert.equal(local.callerOf(EXTENSION_ORIGIN), 'extension');
    assert.equal(local.callerOf('moz-extension://0f3c1c2a-1111-4222-8333-444455556666'), 'extension');
    assert.equal(local.callerOf(`chrome-extension://${'a'.repeat(32)}`), 'foreign');
  });

  it('knows it also under the ids of this server’s own packages, as soon as there are some', () => {
    const ids: (string | undefined)[] = [undefined];
    const own = createOrigins({ host: '127.0.0.1', publicUrl: undefined, tls: undefined }, 8420, () => ids);
    const origin = `chrome-extension://${'b'.repeat(32)}`;
    assert.equal(own.callerOf(origin), 'foreign');
    assert.equal(own.callerOf('chrome-extension://undefined'), 'foreign');
    ids.push('b'.repeat(32));
    assert.equal(own.callerOf(origin), 'extension');
  });

  it('goes by the public address behind a proxy', () => {
    const config = { host: '10.0.0.5', publicUrl: 'https://help.example', tls: undefined };
    const proxied = createOrigins(config, 8420);
    assert.equal(proxied.publicOrigin, 'https://help.example');
    assert.ok(proxied.isSecure);
    assert.equal(proxied.callerOf('https://help.example'), 'own-page');
    assert.equal(proxied.callerOf('http://localhost:8420'), 'foreign');
  });
});
