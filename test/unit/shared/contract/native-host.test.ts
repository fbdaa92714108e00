import assert from 'node:assert/strict';
import { nativeHostName } from '../../../../shared/contract/native-host.ts';

describe('the name of an installed host', () => {
  it('has only what browsers take in such a name', () => {
    for (const origin of ['https://help.ostervale.example', 'http://localhost:8420', 'https://[2001:db8::1]:8443']) {
      assert.match(nativeHostName(origin), /^org\.remotehelp\.[a-z0-9_]+$/);
    }
  });
  it('is another one for every server, however alike their addresses are', () => {
    const origins = [
      'https://a-b.c',
      'https://a.b-c',
      'http://a-b.c',
      'https://a-b.c:8443',
      'https://a_b.c',
      'https://a2eb.c',
    ];
    assert.equal(new Set(origins.map(nativeHostName)).size, origins.length);
  });
});
