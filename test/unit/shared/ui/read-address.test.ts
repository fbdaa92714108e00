import assert from 'node:assert/strict';
import { readAddress } from '../../../../shared/ui/read-address.ts';

describe('an address that somebody else wrote', () => {
  it('is taken apart, so that the host can be told from what only looks like one', () => {
    const read = readAddress('https://www.bank.example.evil.example:8443/login?to=www.bank.example#x');
    assert.deepEqual(
      [read?.scheme, read?.host, read?.rest],
      ['https://', 'www.bank.example.evil.example:8443', '/login?to=www.bank.example#x'],
    );
  });

  it('is none that a page may open unless it is plain http or https [H-24]', () => {
    const refused = [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'JAVASCRIPT://example.org/%0aalert(1)',
      'data:text/html,<script>alert(1)</script>',
      'file:///etc/passwd',
      'ms-msdt:/id PCWDiagnostic',
      '\\\\host\\share',
      '//host/share',
      'https:\\\\host\\share',
      'https://bank.example\\@evil.example/',
      'https://bank.example@evil.example/',
      'https://user:secret@evil.example/',
      'https://',
      'https://host:99999/',
      'https://bank.example/\u202Egpj.exe',
      'https://bank.example/\u200Bhidden',
      'https://bank.example/a b',
      `https://host.example/${'a'.repeat(100_000)}`,
    ];
    assert.deepEqual(
      refused.filter((address) => readAddress(address) !== undefined),
      [],
    );
  });

  it('shows letters of another script as what the browser makes of them, and says so', () => {
    const read = readAddress('https://аррӏе.com/login');
    assert.deepEqual([read?.host, read?.isSpelledOut], ['xn--80ak6aa92e.com', true]);
    assert.equal(readAddress('https://apple.com/')?.isSpelledOut, false);
  });
});
