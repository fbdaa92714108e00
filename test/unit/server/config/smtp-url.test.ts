import assert from 'node:assert/strict';
import * as v from 'valibot';
import { SmtpUrl } from '../../../../server/config/smtp-url.ts';

describe('The address of a mail server', () => {
  const cases: [address: string, expected: unknown][] = [
    [
      'smtps://help:s%40fe@mail.example',
      { host: 'mail.example', port: 465, security: 'tls', user: 'help', password: 's@fe' },
    ],
    [
      'smtp://help:pw@mail.example',
      { host: 'mail.example', port: 587, security: 'starttls', user: 'help', password: 'pw' },
    ],
    [
      'smtp://help:pw@localhost:2525',
      { host: 'localhost', port: 2525, security: 'plain', user: 'help', password: 'pw' },
    ],
    ['smtp://relay.internal', { host: 'relay.internal', port: 25, security: 'plain', user: '', password: '' }],
    ['smtp://[::1]:1025', { host: '::1', port: 1025, security: 'plain', user: '', password: '' }],
  ];
  for (const [address, expected] of cases) {
    it(`reads ${address}`, () => assert.deepEqual(v.parse(SmtpUrl, address), expected));
  }

  for (const address of [
    'mail.example',
    'http://mail.example',
    'smtp://mail.example/path',
    'smtp://a:%zz@mail.example',
    'smtp://',
  ]) {
    it(`refuses ${address} without repeating it, because it may hold a password`, () => {
      const read = v.safeParse(SmtpUrl, address);
      assert.equal(read.success, false);
      assert.equal(read.issues[0].message, 'must be an address such as smtps://user:password@mail.example:465');
    });
  }
});
