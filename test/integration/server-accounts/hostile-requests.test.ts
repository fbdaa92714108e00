import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { EXTENSION_ORIGIN } from '../../../shared/contract/extension-id.ts';
import { adminClient, entryClient, post } from '../../support/http-client.ts';
import { createRep, finishSetUp, openCustomerLink } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';

describe('hostile requests over HTTP', () => {
  let server: ServerProcess;
  let administrator: Administrator;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
  });
  after(() => server.stop());

  it('refuses a sign-in with operators instead of text before any account is looked for [H-1]', async () => {
    const hostile = { userId: { $ne: null }, password: { $gt: '' } };
    // Far more than the tries that an address has: had one of them been counted as a try, the last sign-in would fail.
    for (let tried = 0; tried < 40; tried += 1) {
      const response = await post(server, '/api/admin.signIn', hostile);
      assert.equal(response.status, 400);
      assert.equal(response.headers.get('set-cookie'), null);
    }
    await server.printed(/audit actor="visitor" action="http\.refused malformed admin\.signIn".*outcome="refused"/);
    const { userId, password } = administrator;
    assert.equal((await entryClient(server).call('admin.signIn', { userId, password })).step, 'done');
  });

  it('never takes an object from an address [H-2]', async () => {
    const queries = ['?userId[$gt]=', '?userId=a&userId=b', '?id[$ne]=x&__proto__[isAdmin]=1'];
    const plain = await (await fetch(new URL('/healthz', server.origin))).text();
    for (const query of queries) {
      assert.equal(await (await fetch(new URL(`/healthz${query}`, server.origin))).text(), plain);
      assert.equal((await fetch(new URL(`/pictures/none${query}`, server.origin))).status, 404);
      const { userId, password } = administrator;
      const bodyless = await post(server, `/api/admin.signIn${query}&userId=${userId}&password=${password}`, {});
      assert.equal(bodyless.status, 400);
    }
  });

  it('lets nobody raise themselves by changing their own names [H-16]', async () => {
    const rep = await createRep(administrator);
    const browser = { cookie: undefined };
    await entryClient(server, browser).call('admin.signIn', { userId: rep.userId, password: rep.password });
    const names = { fullName: 'A', displayName: 'A', email: '' };
    for (const more of [{ role: 'administrator' }, { groupId: 'x' }, { disabled: false, channels: [] }]) {
      const response = await post(server, '/api/admin/self.update', { ...names, ...more }, { browser });
      assert.equal(response.status, 400);
    }
    assert.equal((await adminClient(server, browser).call('self.get', {})).account.role, 'representative');
    await server.printed(new RegExp(`actor="${rep.account.id}" action="http\\.refused malformed self\\.update"`));
  });

  it('refuses keys that reach for prototypes, and no object gains anything by them [H-19]', async () => {
    const { browser, panel, account } = administrator;
    const names = `"fullName":"M","displayName":"M","email":""`;
    const bodies = [
      `{${names},"__proto__":{"isAdmin":true}}`,
      `{${names},"constructor":{"prototype":{"isAdmin":true}}}`,
      `{"fullName":{"__proto__":{"isAdmin":true}},"displayName":"M","email":""}`,
    ];
    for (const body of bodies) {
      assert.equal((await post(server, '/api/admin/self.update', body, { browser })).status, 400);
    }
    for (const id of ['__proto__', 'constructor', 'toString']) {
      const operation = await post(server, `/api/admin/${id}`, {}, { browser });
      assert.equal(operation.status, 400);
      assert.equal((await post(server, '/api/admin/channels.remove', { id }, { browser })).status, 400);
      assert.equal((await fetch(new URL(`/pictures/${id}`, server.origin))).status, 404);
    }
    const self = await panel.call('self.get', {});
    assert.equal(self.account.fullName, account.fullName);
    const page = await openCustomerLink(server);
    // As somebody would send it who does not keep to the page: keys and ids on the links too.
    const hostile = [
      page.call('log.after', { session: '__proto__', seq: 0 }),
      page.call('log.after', JSON.parse('{"session":"constructor","seq":0,"__proto__":{"isAdmin":true}}')),
      page.call('chat.send', { session: 'x'.repeat(22), clientId: '__proto__', text: 'x' }),
    ];
    await Promise.all(hostile.map((call) => assert.rejects(call, { code: 'invalid' })));
    page.close();
  });

  it('takes orders only from its own pages, and from the extension what it needs [H-11]', async () => {
    const { browser, panel } = administrator;
    const organisation = { name: 'Taken over' };
    const foreign: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: `${server.origin}.evil.example` },
      { Origin: EXTENSION_ORIGIN },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ];
    for (const headers of foreign) {
      const response = await post(server, '/api/admin/organisation.update', organisation, { browser, headers });
      assert.equal(response.status, 403, JSON.stringify(headers));
    }
    const form = { 'Content-Type': 'text/plain' };
    assert.equal(
      (await post(server, '/api/admin/organisation.update', organisation, { browser, headers: form })).status,
      400,
    );
    assert.equal((await panel.call('self.get', {})).organisation.name, 'Fern Street Library');
    const asked = { method: 'OPTIONS', headers: { Origin: EXTENSION_ORIGIN, 'Access-Control-Request-Method': 'POST' } };
    const preflight = await fetch(new URL('/api/rep.signIn', server.origin), asked);
    assert.equal(preflight.headers.get('access-control-allow-origin'), EXTENSION_ORIGIN);
    assert.equal((await fetch(new URL('/api/admin.signIn', server.origin), asked)).status, 403);
    const described = await post(server, '/api/server.describe', {}, { headers: { Origin: EXTENSION_ORIGIN } });
    assert.equal(described.status, 200);
    assert.equal(described.headers.get('access-control-allow-origin'), EXTENSION_ORIGIN);
  });

  it('serves nothing for paths that need decoding or climb [H-13]', async () => {
    for (const path of [
      '/admin/..;/api',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/a%00b',
      '/..\\x',
      '//etc/passwd',
    ]) {
      assert.equal((await raw(server, path)).statusCode, 404, path);
    }
  });

  it('writes what people call themselves into one line of the audit trail [H-22]', async () => {
    await post(server, '/api/rep.signIn', { userId: 'a\r\n2026 admin login ok', password: 'x', protocol: 1 });
    const { panel, account } = administrator;
    const rep = await createRep(administrator, { displayName: 'Zoe' });
    await panel.call('accounts.setPassword', { id: rep.account.id, password: 'a third password' });
    await server.printed(new RegExp(`actor="${account.id}" action="accounts.setPassword" target="${rep.account.id}"`));
    assert.doesNotMatch(server.output(), /^2026 admin login ok/m);
    assert.doesNotMatch(server.output(), /a third password/);
  });

  it('tells browsers what its pages may do, and nobody to frame them', async () => {
    const response = await fetch(new URL('/healthz', server.origin));
    const policy = String(response.headers.get('content-security-policy'));
    for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) {
      assert.ok(policy.includes(rule), rule);
    }
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(response.headers.get('x-powered-by'), null);
  });
});

function raw(server: ServerProcess, path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path }, (response) => resolve(response.resume()))
      .on('error', reject)
      .end();
  });
}
