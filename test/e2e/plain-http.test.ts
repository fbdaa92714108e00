/** Pages that come without encryption from another computer: they work as far as browsers let them, and say so. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Page } from 'puppeteer-core';
import { finishSetUp } from '../support/people.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { fill, press, seeText, startBrowser, textOf, type TestBrowser } from './support/browser.ts';

describe('Plain http beyond the own computer', function () {
  let server: ServerProcess;
  let browser: TestBrowser;
  let page: Page;

  before(async function () {
    this.timeout(60_000);
    const port = await freePort();
    const settings = { HOST: '0.0.0.0', PUBLIC_URL: `http://help.example:${port}` };
    server = await startServerProcess({ port, settings });
    browser = await startBrowser({ args: ['--host-resolver-rules=MAP help.example 127.0.0.1'] });
    page = await browser.browser.newPage();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('is told to who starts the server, with what to do', () => {
    assert.match(server.output(), /Over plain http anybody on the way can read along.*\n.*Serve https: npm run tls/);
  });

  it('is told to customers where they read what their computer needs', async () => {
    await page.goto(`${server.origin}/needs`);
    await seeText(page, /came without encryption.*screen sharing, microphone, camera and clipboard.*Chat works/);
  });

  it('is told to administrators where they read which addresses to give away', async () => {
    const local = { origin: `http://127.0.0.1:${server.port}`, setUpLink: server.setUpLink };
    const administrator = await finishSetUp(local);
    await page.goto(`${server.origin}/admin`);
    await fill(page, 'User ID', administrator.userId);
    await fill(page, 'Password', administrator.password);
    await press(page, 'Sign in');
    await press(page, 'Addresses');
    await seeText(page, /These addresses are without encryption/);
  });

  it('is no matter on the own computer', async () => {
    await page.goto(`http://127.0.0.1:${server.port}/needs`);
    await seeText(page, /What your computer needs/);
    assert.doesNotMatch(await textOf(page), /without encryption/);
  });
});

/** A port that was free a moment ago: the public address must be known before the server listens. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('It listens nowhere');
  return address.port;
}
