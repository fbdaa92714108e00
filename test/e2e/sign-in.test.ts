/** Every way in which signing in can fail says what it is and what to do. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Page } from 'puppeteer-core';
import { createRep, finishSetUp, type Administrator, type Rep } from '../support/people.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { fill, press, seeText, textOf } from './support/browser.ts';
import { signIn, startRep, type RepAtWork } from './support/rep.ts';

describe('Signing in to the extension', function () {
  let server: ServerProcess;
  let administrator: Administrator;
  let ana: Rep;
  let rep: RepAtWork;
  let panel: Page;

  before(async function () {
    this.timeout(120_000);
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    ana = await createRep(administrator, { displayName: 'Ana Petrescu', userId: 'ana' });
    rep = await startRep();
    panel = await rep.openPanel();
  });

  after(async function () {
    this.timeout(60_000);
    await rep?.close();
    await server?.stop();
  });

  const tryToSignIn = async (address: string, userId: string, password: string) => {
    await fill(panel, 'Server address', address);
    await fill(panel, 'User ID', userId);
    await fill(panel, 'Password', password);
    await press(panel, 'Sign in');
  };

  it('says that the password is wrong, and tells nothing more to a stranger', async () => {
    await tryToSignIn(server.origin, 'ana', 'not the password');
    await seeText(panel, /User ID or password is not right/);
    await tryToSignIn(server.origin, 'nobody', 'not the password');
    await seeText(panel, /User ID or password is not right/);
  });

  it('says when nothing answers at the address', async () => {
    await tryToSignIn('http://localhost:9', 'ana', ana.password);
    await seeText(panel, /Nothing answers at localhost:9/);
  });

  it('says when something else than RemoteHelp answers at the address, and which side is too old', async () => {
    const other = await answering('<h1>A router</h1>');
    await tryToSignIn(other.origin, 'ana', ana.password);
    await seeText(panel, /answers, but it is not a RemoteHelp server/);
    await other.close();
    const result = { product: 'RemoteHelp', version: '9.0.0', protocol: 99, organisation: null };
    const newer = await answering(JSON.stringify({ ok: true, result }));
    await tryToSignIn(newer.origin, 'ana', ana.password);
    await seeText(panel, /Update the extension/);
    await newer.close();
  });

  it('warns before a password goes to another computer over plain http', async () => {
    await fill(panel, 'Server address', 'http://10.0.0.4:8420');
    await seeText(panel, /Over http:\/\/ everybody on the way can read your password/);
    await fill(panel, 'Server address', 'https://10.0.0.4:8420');
    await until('no warning', async () => !/everybody on the way/.test(await textOf(panel)));
  });

  it('signs in at one desk and then at another, with nothing but the extension and the address [S0-02]', async () => {
    await signIn(panel, server.origin, ana.userId, ana.password);
    const elsewhere = await startRep();
    try {
      const there = await elsewhere.openPanel();
      await signIn(there, server.origin, ana.userId, ana.password);
      for (const desk of [panel, there]) {
        await seeText(desk, /Online/);
        await press(desk, 'Settings');
        await seeText(desk, new RegExp(server.origin.replaceAll('.', String.raw`\.`).replace('http://', '')));
        await press(desk, 'Home');
      }
      await press(there, 'Start Session');
      await seeText(there, /\d{3} \d{3}/);
      await seeText(panel, /Waiting for a code|\d{3} \d{3}/);
    } finally {
      await elsewhere.close();
    }
  }).timeout(60_000);

  it('signs out at once when an administrator disables the account, and says why', async () => {
    await administrator.panel.call('accounts.setDisabled', { id: ana.account.id, disabled: true });
    await until('the sign-in page', async () => /Sign in/.test(await textOf(panel)));
    assert.match(await textOf(panel), /An administrator switched this account off/);
  });
});

/** A server that is none of ours: it gives the same answer to everything. */
async function answering(body: string): Promise<{ origin: string; close(): Promise<void> }> {
  const other = createServer((_request, response) => response.end(body));
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  if (address === null || typeof address === 'string') throw new Error('It listens nowhere');
  return {
    origin: `http://localhost:${address.port}`,
    async close() {
      other.closeAllConnections();
      other.close();
      await once(other, 'close');
    },
  };
}
