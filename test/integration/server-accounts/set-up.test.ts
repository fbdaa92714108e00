import assert from 'node:assert/strict';
import { request } from 'node:http';
import { AppError } from '../../../shared/contract/errors.ts';
import { adminClient, entryClient, post } from '../../support/http-client.ts';
import type { Browser } from '../../support/http-client.ts';
import { finishSetUp } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';

const variants = ['/setup', '/setup/', '/SETUP', '//setup', '/setup%2f', '/setup;x', '/setup/..%2f', '/x/../setup'];

describe('setting a server up', () => {
  let server: ServerProcess;

  beforeEach(async () => {
    server = await startServerProcess();
  });
  afterEach(() => server.stop());

  it('prints where everything is, and a set-up link while nobody has set it up', async () => {
    const output = server.output();
    for (const page of ['Request page', 'Connection page', 'Web panel', 'System requirements', 'Extension', 'Data']) {
      assert.match(output, new RegExp(`${page}.*\\S`));
    }
    assert.match(String(server.setUpLink), /^http:\/\/localhost:\d+\/setup#[A-Za-z0-9_-]{43}$/);
    assert.equal((await entryClient(server).call('server.describe', {})).organisation, null);
  });

  it('makes the first administrator, who is signed in at once, and a channel General with them in it', async () => {
    const { panel, account } = await finishSetUp(server);
    const self = await panel.call('self.get', {});
    assert.equal(self.account.role, 'administrator');
    assert.equal(self.organisation.name, 'Fern Street Library');
    assert.equal(self.origin, server.origin);
    assert.equal(self.timeZone, Intl.DateTimeFormat().resolvedOptions().timeZone);
    const { channels } = await panel.call('channels.list', {});
    assert.deepEqual(
      channels.map(({ name, members }) => ({ name, members })),
      [{ name: 'General', members: [account.id] }],
    );
  });

  it('lets only one of two people with the same link become administrator', async () => {
    const outcomes = await Promise.allSettled([
      finishSetUp(server, { userId: 'first' }),
      finishSetUp(server, { userId: 'second' }),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  });

  it('has no set-up any more after it was done once, whatever way it is spelled [H-12]', async () => {
    const link = String(server.setUpLink);
    const { panel } = await finishSetUp(server);
    for (const path of variants) assert.equal(await statusOf(server, path), 404, path);
    for (const path of variants) assert.equal(await statusOf(server, path, 'POST'), 404, path);
    await assert.rejects(finishSetUp({ ...server, setUpLink: link }, { userId: 'mallory' }), hasCode('not-found'));
    const { accounts } = await panel.call('accounts.list', {});
    assert.deepEqual(
      accounts.map(({ userId }) => userId),
      ['maria'],
    );
  });

  it('prints no link, and takes no old one, when it starts again after set-up [H-12]', async () => {
    const link = String(server.setUpLink);
    await finishSetUp(server);
    await server.kill9();
    const again = await startServerProcess({ dataFolder: server.dataFolder });
    try {
      assert.equal(again.setUpLink, undefined);
      assert.equal(await statusOf(again, '/setup'), 404);
      const setUpLink = link.replace(server.origin, again.origin);
      await assert.rejects(finishSetUp({ ...again, setUpLink }), hasCode('not-found'));
      assert.equal((await entryClient(again).call('server.describe', {})).organisation?.name, 'Fern Street Library');
    } finally {
      await again.stop();
    }
  });

  it('makes older links worthless when it starts again before set-up', async () => {
    const link = String(server.setUpLink);
    await server.kill9();
    const again = await startServerProcess({ dataFolder: server.dataFolder });
    try {
      const setUpLink = link.replace(server.origin, again.origin);
      await assert.rejects(finishSetUp({ ...again, setUpLink }), hasCode('not-found'));
      await finishSetUp(again);
    } finally {
      await again.stop();
    }
  });

  it('gives a new cookie at set-up and forgets the one from before', async () => {
    const browser: Browser = { cookie: `remotehelp=${'x'.repeat(43)}` };
    const token = new URL(String(server.setUpLink)).hash.slice(1);
    const form = { organisation: 'O', fullName: 'F', displayName: 'D', userId: 'first', password: 'long enough it is' };
    const response = await post(server, '/api/setup.finish', { token, ...form }, { browser });
    assert.equal(response.status, 200);
    assert.match(String(response.headers.get('set-cookie')), /HttpOnly; SameSite=Strict/);
    assert.equal((await adminClient(server, browser).call('self.get', {})).account.userId, 'first');
  });
});

/** Raw, because `fetch` would tidy the path. */
function statusOf(server: ServerProcess, path: string, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { Origin: server.origin, 'Sec-Fetch-Site': 'same-origin' };
    request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

function hasCode(code: string): (error: unknown) => boolean {
  return (error) => error instanceof AppError && error.code === code;
}
