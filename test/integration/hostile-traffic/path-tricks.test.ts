import assert from 'node:assert/strict';
import { finishSetUp } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { rawRequest } from './raw-socket.ts';

/** Ways to say "one folder up", or to hide what is asked for. */
const climbs = [
  '..',
  '%2e%2e',
  '%2E%2e',
  '.%2e',
  '%252e%252e',
  '..;',
  '..%00',
  '..%5c',
  '..\\',
  '%c0%ae%c0%ae',
  '%u002e%u002e',
  '....//',
  '.',
  '%2f..',
  '\u2025',
];
const roots = [
  '',
  '/assets',
  '/admin',
  '/admin/accounts',
  '/api',
  '/api/admin',
  '/pictures',
  '/host',
  '/setup',
  '/needs',
  '/receipt',
];
const targets = [
  'package.json',
  'dist/server/main.js',
  'data/server-secret',
  'etc/passwd',
  'api/admin/self.get',
  'admin',
];

describe('paths that climb or hide', () => {
  let server: ServerProcess;
  let administrator: Administrator;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
  });
  after(() => server.stop());

  const ask = (method: string, target: string, more = '') =>
    rawRequest(
      server,
      Buffer.from(
        `${method} ${target} HTTP/1.1\r\nHost: localhost:${server.port}\r\nConnection: close\r\n` +
          `Origin: ${server.origin}\r\nCookie: ${administrator.browser.cookie}\r\n${more}\r\n`,
        'latin1',
      ),
    );

  it('lead nowhere, on static files, pages and both APIs, by whatever spelling [H-13]', async function () {
    this.timeout(120_000);
    const asked: string[] = [];
    for (const root of roots) {
      for (const climb of climbs) {
        for (const target of targets)
          asked.push(`${root}/${climb}/${target}`, `${root}/${climb}/${climb}/${climb}/${target}`);
      }
    }
    const wrong: string[] = [];
    const lookAt = async (path: string) => {
      const answer = await ask('GET', path);
      if (!/^HTTP\/1\.1 (400|404) /.test(answer) || leaks(answer)) wrong.push(`${path}: ${answer.slice(0, 200)}`);
    };
    // Twenty at a time; what comes back must be a refusal for each of them.
    const waiting = [...asked];
    const worker = async () => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await lookAt(path);
    };
    await Promise.all(Array.from({ length: 20 }, worker));
    assert.deepEqual(wrong.slice(0, 5), [], `${wrong.length} of ${asked.length} paths`);
  });

  it('lead nowhere as whole addresses, with NUL, with other methods, or behind an order to the API [H-13]', async () => {
    const body = 'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}';
    const cases: [string, string, string?][] = [
      ['GET', 'http://evil.example/../package.json'],
      ['GET', 'file:///etc/passwd'],
      ['GET', '/assets/\0../package.json'],
      ['GET', '/admin/\\..\\api'],
      ['GET', '\\assets\\..\\package.json'],
      ['GET', '//localhost/admin'],
      ['GET', '/ADMIN'],
      ['GET', '/admin/..;/api/admin/self.get'],
      ['OPTIONS', '*'],
      ['POST', '/api/admin/../rep.signIn', body],
      ['POST', '/api/admin/%2e%2e/rep.signIn', body],
      ['POST', '/API/admin/self.get', body],
      ['POST', '/api//admin/self.get', body],
      ['POST', '/api/admin/self.get/', body],
      ['POST', '/api/admin/self.get;x', body],
      ['POST', '/api/admin/self.get%00', body],
    ];
    for (const [method, target, more = ''] of cases) {
      const answer = await ask(method, target, more);
      assert.match(answer, /^HTTP\/1\.1 (400|403|404) /, `${method} ${target}`);
      assert.ok(!leaks(answer), `${method} ${target}`);
    }
    const right = await ask('POST', '/api/admin/self.get', body);
    assert.match(right, /^HTTP\/1\.1 200 /, 'while the one true spelling works');
  });
});

function leaks(answer: string): boolean {
  return /"name": "remotehelp"|root:.*:0:0:|sourceMappingURL|"fullName"|<!doctype html>/i.test(answer);
}
