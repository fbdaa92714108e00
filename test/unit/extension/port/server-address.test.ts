import assert from 'node:assert/strict';
import { isReadableOnTheWay, serverOrigin } from '../../../../extension/port/server-address.ts';

describe('the server address that a rep types', () => {
  for (const [typed, origin] of [
    ['help.ostervale.example', 'https://help.ostervale.example'],
    ['  https://help.ostervale.example/admin?x#y ', 'https://help.ostervale.example'],
    ['help.ostervale.example:8443', 'https://help.ostervale.example:8443'],
    ['http://10.0.0.4:8420', 'http://10.0.0.4:8420'],
    ['localhost:8420', 'http://localhost:8420'],
    ['127.0.0.1:8420', 'http://127.0.0.1:8420'],
    ['localhost.evil.example', 'https://localhost.evil.example'],
  ] as const) {
    it(`takes “${typed}” for ${origin}`, () => assert.equal(serverOrigin(typed), origin));
  }

  for (const typed of ['', '   ', 'two words', 'ftp://help.example', 'javascript:alert(1)', 'https://']) {
    it(`does not take “${typed}” for an address`, () => assert.equal(serverOrigin(typed), undefined));
  }

  it('is one that can be listened to on the way when it is http and another computer', () => {
    assert.equal(isReadableOnTheWay('http://10.0.0.4:8420'), true);
    for (const origin of ['https://10.0.0.4:8420', 'http://localhost:8420', 'http://127.0.0.1']) {
      assert.equal(isReadableOnTheWay(origin), false, origin);
    }
  });
});
