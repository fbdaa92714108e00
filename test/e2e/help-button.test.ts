import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { Page } from 'puppeteer-core';
import { createRep, finishSetUp, repOnline, type Administrator } from '../support/people.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { startBrowser, type TestBrowser } from './support/browser.ts';

describe('The help button on the organisation’s own web site', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let site: Server;
  let address: string;
  let chromium: TestBrowser;
  let page: Page;

  before(async () => {
    server = await startServerProcess({ settings: { PREPARE_HOST: 'no' } });
    administrator = await finishSetUp(server);
    // As strict as a site can be that wants the button.
    const policy = `default-src 'none'; script-src ${server.origin}; connect-src ${server.origin}`;
    site = createServer((_request, response) => {
      response.setHeader('content-security-policy', policy);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<h1>Fern</h1><script async src="${server.origin}/help.js" data-label="Ask us"></script>`);
    });
    await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
    const bound = site.address();
    assert.ok(bound !== null && typeof bound === 'object');
    address = `http://127.0.0.1:${bound.port}/`;
    chromium = await startBrowser();
    page = await chromium.browser.newPage();
  });
  after(async () => {
    await chromium?.close();
    site?.close();
    await server?.stop();
  });

  /** What readers hear of the button, since its own tree is shut to the page. */
  const button = (words: string) => page.waitForSelector(`::-p-aria([name="${words}"][role="link"])`);

  it('says on a foreign page whether somebody is there, and leads to the request page without a cookie', async () => {
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(address);
    assert.ok(await button('Ask us Nobody is there now'));

    const rep = await repOnline(server, await createRep(administrator, { displayName: 'Ana' }));
    // Whoever comes to the page now hears of it; who has it open does within seconds.
    for (let tries = 0; ; tries += 1) {
      const { channels } = (await (await fetch(`${server.origin}/help-status.json`)).json()) as {
        channels: { status: string }[];
      };
      if (channels[0]?.status === 'available') break;
      assert.ok(tries < 200, 'the channel does not become available');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await page.setCacheEnabled(false);
    await page.reload();
    const link = await button('Ask us Somebody is free now');
    const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve));
    await link?.click();
    const request = await opened;
    assert.equal(request?.url(), `${server.origin}/`);
    assert.deepEqual(await page.cookies(server.origin), []);
    assert.deepEqual(refused, [], 'the site’s policy refused something');
    rep.close();
  });
});
