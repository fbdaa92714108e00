/** The administrator looks up who did what, and can show that nothing of it was changed afterwards. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { createRep, finishSetUp } from '../support/people.ts';
import type { Administrator } from '../support/people.ts';
import { startServerProcess } from '../support/server-process.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { fill, press, seeText, startBrowser, textOf } from './support/browser.ts';
import type { TestBrowser } from './support/browser.ts';

describe('The audit trail in the web panel', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let chromium: TestBrowser;
  let page: Page;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    const rep = await createRep(administrator, { displayName: 'Ines', userId: 'ines' });
    const { id, fullName, displayName, email } = rep.account;
    await administrator.panel.call('accounts.update', { id, fullName, displayName, email, role: 'team-lead' });
    for (const name of ['=SUM(1;1)', 'Fern Street']) await administrator.panel.call('organisation.update', { name });
    chromium = await startBrowser();
    page = await chromium.browser.newPage();
    await page.goto(`${server.origin}/admin`);
    await fill(page, 'User ID', administrator.userId);
    await fill(page, 'Password', administrator.password);
    await press(page, 'Sign in');
    await press(page, 'Audit trail');
    await seeText(page, /Set the server up/);
  });
  after(async () => {
    await chromium?.close();
    await server?.stop();
  });

  it('says who changed what from what to what, and finds it by words, outcome and act [B-32]', async () => {
    await seeText(
      page,
      /Maria Okafor \(maria\) Changed an account role: representative → team-lead Ines Example \(ines\) Done/,
    );
    await fill(page, 'Search', 'ines');
    await until('only what is about Ines', async () => !/Set the server up/.test(await textOf(page, 'tbody')));
    await seeText(page, /Made an account/, 'tbody');
    await press(page, 'Changed an account');
    await seeText(page, /Only Changed an account/);
    await until('one entry', async () => (await page.$$('tbody tr')).length === 1);
    await press(page, 'Only Changed an account: show all again');
    await until('more than one', async () => (await page.$$('tbody tr')).length > 1);
    await page.select('select', 'refused');
    await seeText(page, /No entry fits/);
    await page.select('select', 'any');
  });

  it('is exported as a file that a spreadsheet opens without running anything in it [B-32]', async () => {
    await page.goto(`${server.origin}/admin/audit`);
    await seeText(page, /Set the server up/);
    await press(page, 'Export as CSV');
    const file = () => readdirSync(chromium.downloads).find((name) => /^audit-.*\.csv$/.test(name));
    await until('the file', () => existsSync(chromium.downloads) && file() !== undefined);
    const text = readFileSync(join(chromium.downloads, file() ?? ''), 'utf8');
    assert.match(text, /^\uFEFFn,time,actor,/);
    assert.match(text, /organisation\.update/);
    assert.ok(text.includes("'=SUM(1;1)"), text);
  });

  it('is shown to be whole, from the first entry to the last [B-32]', async () => {
    await press(page, 'Check the chain');
    const seen = await seeText(page, /The chain is whole: \d+ entries\. Last hash: \S+/);
    assert.ok(Number(/whole: (\d+) entries/.exec(seen)?.[1]) >= 4, seen);
  });
});

describe('A page of somebody else', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let chromium: TestBrowser;
  let evil: Server;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    chromium = await startBrowser();
    evil = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end('<p>A page</p>'));
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
  });
  after(async () => {
    evil?.closeAllConnections();
    evil?.close();
    await chromium?.close();
    await server?.stop();
  });

  it('orders nothing in the name of an administrator who visits it, by form or by script [H-11]', async () => {
    const { browser } = chromium;
    const panel = await browser.newPage();
    await panel.goto(`${server.origin}/admin`);
    await fill(panel, 'User ID', administrator.userId);
    await fill(panel, 'Password', administrator.password);
    await press(panel, 'Sign in');
    await seeText(panel, /Maria Okafor/);
    const address = `${server.origin}/api/admin/organisation.update`;
    const page = await browser.newPage();
    // What the server has answered, also where the browser keeps it from the page.
    const network = await page.createCDPSession();
    const asked = new Set<string>();
    const statuses: number[] = [];
    network.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (request.url === address && request.method === 'POST') asked.add(requestId);
    });
    network.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
      if (asked.has(requestId)) statuses.push(statusCode);
    });
    await network.send('Network.enable');

    await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}`);
    await page.evaluate(async (to) => {
      const body = '{"name":"Taken over"}';
      const order = { method: 'POST', mode: 'no-cors', credentials: 'include', body } as const;
      await fetch(to, order).catch(() => undefined);
    }, address);
    await page.evaluate((to) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.enctype = 'text/plain';
      form.action = to;
      const field = document.createElement('input');
      field.name = '{"name":"Taken over","x":"';
      field.value = '"}';
      form.append(field);
      document.body.append(form);
      form.submit();
    }, address);
    await until('both to be answered', () => statuses.length >= 2);
    assert.deepEqual(statuses, [403, 403]);
    assert.equal((await administrator.panel.call('self.get', {})).organisation.name, 'Fern Street Library');
  });
});
