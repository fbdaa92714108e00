import assert from 'node:assert/strict';
import { AppError } from '../../../shared/contract/errors.ts';
import { EXTENSION_ORIGIN } from '../../../shared/contract/extension-id.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import { adminClient, entryClient, extensionClient, post } from '../../support/http-client.ts';
import type { Browser } from '../../support/http-client.ts';
import { createRep, finishSetUp, openRepLink, repOnline, signInRep } from '../../support/people.ts';
import type { Administrator, Rep } from '../../support/people.ts';
import { runServerCommand, startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';

describe('signing in', () => {
  let server: ServerProcess;
  let administrator: Administrator;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
  });
  after(() => server.stop());

  it('lets a rep in with the right password, whatever the case of the user ID', async () => {
    const rep = await createRep(administrator, { userId: 'Ana.Lima' });
    const { token, account } = await signInRep(server, { ...rep, userId: 'ANA.lima' });
    assert.equal(account.userId, 'Ana.Lima');
    const link = await openRepLink(server, token);
    link.close();
  });

  it('tells a wrong password and an unknown user ID in the same words', async () => {
    const rep = await createRep(administrator);
    const bodies = [
      { userId: rep.userId, password: 'not the password' },
      { userId: 'nobody-here', password: 'not the password' },
    ].map(async (tried) => {
      const response = await post(server, '/api/rep.signIn', { ...tried, protocol: PROTOCOL_VERSION });
      return { status: response.status, body: await response.text() };
    });
    const [wrong, unknown] = await Promise.all(bodies);
    assert.equal(wrong?.status, 401);
    assert.match(String(wrong?.body), /wrong-credentials/);
    assert.deepEqual(unknown, wrong);
  });

  it('tells passwords apart that are equal in their first 72 bytes [H-4]', async () => {
    for (const beginning of ['x'.repeat(72), 'é'.repeat(36), '本'.repeat(24)]) {
      assert.equal(Buffer.byteLength(beginning), 72);
      const rep = await createRep(administrator, { password: `${beginning}a` });
      await assert.rejects(signInRep(server, { ...rep, password: `${beginning}b` }), hasCode('wrong-credentials'));
      await assert.rejects(signInRep(server, { ...rep, password: beginning }), hasCode('wrong-credentials'));
      await signInRep(server, rep);
    }
  });

  it('says which program to update when the extension speaks another version', async () => {
    const rep = await createRep(administrator);
    const { userId, password } = rep;
    const old = extensionClient(server).call('rep.signIn', { userId, password, protocol: PROTOCOL_VERSION - 1 });
    await assert.rejects(old, hasCode('protocol-mismatch', /Update the extension/));
    const { token } = await signInRep(server, rep);
    await assert.rejects(
      openRepLink(server, token, PROTOCOL_VERSION + 1),
      hasCode('protocol-mismatch', /the server\.$/),
    );
  });

  it('refuses two user IDs that differ only by case', async () => {
    await createRep(administrator, { userId: 'joao' });
    await assert.rejects(createRep(administrator, { userId: 'JOAO' }), hasCode('already-exists'));
  });

  it('stops guessing at an account after ten wrong passwords, and a restart forgives nothing', async () => {
    await roomInTheWindow();
    const own = await startServerProcess({ passwordsFaster: 8 });
    const guess = (at: ServerProcess, rep: Rep) => codeOf(signInRep(at, { ...rep, password: 'a wrong guess' }));
    let rep: Rep;
    try {
      rep = await createRep(await finishSetUp(own));
      const guessed = rep;
      // All at the same moment: what counts tries must not be fooled by that.
      const outcomes = await Promise.all(Array.from({ length: 11 }, () => guess(own, guessed)));
      const heard = outcomes.filter((code) => code === 'wrong-credentials').length;
      // Which of them sees the account under attack first is chance, and refuses one more or less; ten is the most.
      assert.ok(heard >= 3 && heard <= 10, `${heard} guesses were heard`);
      assert.equal(outcomes.filter((code) => code === 'too-many-tries').length, 11 - heard);
    } finally {
      await own.kill9();
    }
    const again = await startServerProcess({ passwordsFaster: 8, dataFolder: own.dataFolder });
    try {
      assert.equal(await codeOf(signInRep(again, rep)), 'too-many-tries');
      await again.printed(/sign-in\.extension.*"refused"/);
    } finally {
      await again.stop();
    }
  });

  it('lets the owner in with the right password while eleven other addresses guess at the account', async () => {
    await roomInTheWindow();
    // The test plays a trusted proxy, which alone may say where somebody is.
    const own = await startServerProcess({ settings: { TRUSTED_PROXY: '127.0.0.0/8' } });
    try {
      const { userId, password } = await createRep(await finishSetUp(own));
      const tryFrom = async (address: string, tried: string) => {
        const headers = { Origin: EXTENSION_ORIGIN, 'Sec-Fetch-Site': 'cross-site', 'X-Forwarded-For': address };
        const body = { userId, password: tried, protocol: PROTOCOL_VERSION };
        return (await post(own, '/api/rep.signIn', body, { headers })).status;
      };
      const attackers = Array.from({ length: 11 }, (_none, index) => `198.51.100.${index + 1}`);
      const guesses = await Promise.all(attackers.map((address) => tryFrom(address, 'a wrong guess')));
      assert.ok(guesses.every((status) => status === 401));
      const more: number[] = [];
      for (let tries = 0; tries < 3; tries += 1) more.push(await tryFrom('198.51.100.1', 'a wrong guess'));
      assert.deepEqual(more, [401, 401, 429], 'an attacked account is guessed at three times by one address');
      assert.equal(await tryFrom('198.51.100.1', password), 429, 'and then not even a lucky guess is told');
      assert.equal(await tryFrom('203.0.113.7', password), 200);
    } finally {
      await own.stop();
    }
  });

  it('does not let somebody work in the panel with the extension’s token, or the other way round', async () => {
    const rep = await createRep(administrator, { role: 'administrator' });
    const { token } = await signInRep(server, rep);
    const panel = adminClient(server, { cookie: `remotehelp=${token}` });
    await assert.rejects(panel.call('self.get', {}), hasCode('not-signed-in'));
    const cookie = String(administrator.browser.cookie).split('=')[1] ?? '';
    await assert.rejects(openRepLink(server, cookie), hasCode('not-signed-in'));
  });

  it('replaces a cookie that was there before signing in, and the old value opens nothing [H-8]', async () => {
    const planted: Browser = { cookie: `remotehelp=${'p'.repeat(43)}` };
    const { userId, password } = administrator;
    await entryClient(server, planted).call('admin.signIn', { userId, password });
    assert.notEqual(planted.cookie, `remotehelp=${'p'.repeat(43)}`);
    await assert.rejects(
      adminClient(server, { cookie: `remotehelp=${'p'.repeat(43)}` }).call('self.get', {}),
      hasCode('not-signed-in'),
    );

    const first: Browser = { cookie: planted.cookie };
    await entryClient(server, planted).call('admin.signIn', { userId, password });
    assert.notEqual(planted.cookie, first.cookie);
    await assert.rejects(adminClient(server, first).call('self.get', {}), hasCode('not-signed-in'));
    assert.equal((await adminClient(server, planted).call('self.get', {})).account.userId, userId);
  });

  it('signs out of the panel for good', async () => {
    const { userId, password } = administrator;
    const browser: Browser = { cookie: undefined };
    await entryClient(server, browser).call('admin.signIn', { userId, password });
    const old = { ...browser };
    await entryClient(server, browser).call('admin.signOut', {});
    await assert.rejects(adminClient(server, old).call('self.get', {}), hasCode('not-signed-in'));
  });

  it('lets a rep work on nothing but themselves in the panel', async () => {
    const rep = await createRep(administrator);
    const browser: Browser = { cookie: undefined };
    await entryClient(server, browser).call('admin.signIn', { userId: rep.userId, password: rep.password });
    const panel = adminClient(server, browser);
    assert.equal((await panel.call('self.get', {})).account.id, rep.account.id);
    await assert.rejects(panel.call('accounts.list', {}), hasCode('not-allowed'));
    await assert.rejects(
      panel.call('accounts.setDisabled', { id: administrator.account.id, disabled: true }),
      hasCode('not-allowed'),
    );
    await server.printed(
      new RegExp(`audit actor="${rep.account.id}" action="accounts.setDisabled".*outcome="refused"`),
    );
  });

  it('never leaves the organisation without an administrator', async () => {
    const own = await startServerProcess();
    try {
      const { panel, account } = await finishSetUp(own);
      const { id, fullName, displayName, email } = account;
      const demoted = { id, fullName, displayName, email, role: 'representative' } as const;
      await assert.rejects(panel.call('accounts.setDisabled', { id, disabled: true }), hasCode('not-allowed'));
      await assert.rejects(panel.call('accounts.update', demoted), hasCode('not-allowed'));
      const left = (await panel.call('self.get', {})).account;
      assert.deepEqual({ role: left.role, disabled: left.disabled }, { role: 'administrator', disabled: false });
    } finally {
      await own.stop();
    }
  });

  it('keeps a picture only if it is one, and serves it as nothing else', async () => {
    const rep = await createRep(administrator);
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(20)]);
    const { id } = rep.account;
    const { account } = await administrator.panel.call('accounts.setPicture', { id, picture: png.toString('base64') });
    const served = await fetch(new URL(String(account.picture), server.origin));
    assert.equal(served.headers.get('content-type'), 'image/png');
    assert.equal(served.headers.get('x-content-type-options'), 'nosniff');
    assert.match(String(served.headers.get('content-security-policy')), /sandbox/);
    assert.deepEqual(Buffer.from(await served.arrayBuffer()), png);
    const page = Buffer.from('<svg onload="alert(1)"></svg>').toString('base64');
    await assert.rejects(administrator.panel.call('accounts.setPicture', { id, picture: page }), hasCode('invalid'));
  });

  it('helps an administrator who is locked out, by a command on the server', async () => {
    const own = await startServerProcess();
    await finishSetUp(own, { userId: 'lost' });
    await own.kill9();
    assert.match((await runServerCommand(['reset-administrator'], own.dataFolder)).output, /Administrators: lost/);
    const { code, output } = await runServerCommand(['reset-administrator', 'LOST'], own.dataFolder);
    assert.equal(code, 0);
    const password = /New password of lost \("Maria Okafor"\): (\S+)/.exec(output)?.[1] ?? '';
    const again = await startServerProcess({ dataFolder: own.dataFolder });
    try {
      const browser: Browser = { cookie: undefined };
      await entryClient(again, browser).call('admin.signIn', { userId: 'lost', password });
      assert.equal((await adminClient(again, browser).call('self.get', {})).account.userId, 'lost');
    } finally {
      await again.stop();
    }
  });
});

describe('losing the right to be there', () => {
  let server: ServerProcess;
  let administrator: Administrator;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
  });
  after(() => server.stop());

  it('closes every link of a disabled account within a second and says why first', async () => {
    const rep = await createRep(administrator);
    const [one, two] = await Promise.all([repOnline(server, rep), repOnline(server, rep)]);
    for (const link of [one, two]) await link.call('snapshot.get', {});
    const began = performance.now();
    await administrator.panel.call('accounts.setDisabled', { id: rep.account.id, disabled: true });
    for (const link of [one, two]) {
      assert.ok((await link.closed) - began < 1000);
      assert.match((await link.event('account.revoked')).text, /switched this account off/);
    }
    await assert.rejects(signInRep(server, rep), hasCode('not-allowed', /switched off/));
    await assert.rejects(signInRep(server, { ...rep, password: 'not the password' }), hasCode('wrong-credentials'));
  });

  it('closes them when an administrator changes the password, and the old token is worth nothing', async () => {
    const rep = await createRep(administrator);
    const { token } = await signInRep(server, rep);
    const link = await openRepLink(server, token);
    await administrator.panel.call('accounts.setPassword', { id: rep.account.id, password: 'another password' });
    const answered = performance.now();
    assert.ok((await link.closed) - answered < 1000);
    await link.event('account.revoked');
    await assert.rejects(openRepLink(server, token), hasCode('not-signed-in'));
    await signInRep(server, { ...rep, password: 'another password' });
  });

  it('closes only the link that signed out', async () => {
    const rep = await createRep(administrator);
    const [one, two] = await Promise.all([signInRep(server, rep), signInRep(server, rep)]);
    const leaving = await openRepLink(server, one.token);
    const staying = await openRepLink(server, two.token);
    await extensionClient(server).call('rep.signOut', { token: one.token });
    await leaving.closed;
    const { account } = await staying.call('self.setDisplayName', { displayName: 'Ana Maria' });
    assert.equal(account.displayName, 'Ana Maria');
    staying.close();
  });

  it('tells the other links of an account at once when something about it changes', async () => {
    const rep = await createRep(administrator);
    const link = await repOnline(server, rep);
    const { id, fullName, email } = rep.account;
    await administrator.panel.call('accounts.update', { id, fullName, email, displayName: 'New', role: 'team-lead' });
    const { account } = await link.event('account.changed', (event) => event.account.displayName === 'New');
    assert.equal(account.role, 'team-lead');
    link.close();
  });
});

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'let in',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
}

function hasCode(code: string, text = /./): (error: unknown) => boolean {
  return (error) => error instanceof AppError && error.code === code && text.test(error.message);
}

/** Tries are counted in quarters of an hour: a test that counts must not lie across the end of one. */
async function roomInTheWindow(): Promise<void> {
  const windowMs = 15 * 60_000;
  const leftMs = windowMs - (Date.now() % windowMs);
  if (leftMs < 30_000) await new Promise((resolve) => setTimeout(resolve, leftMs + 50));
}
