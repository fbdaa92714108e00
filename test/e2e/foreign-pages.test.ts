/** What other people's pages can do to ours: nothing, neither by framing them nor by speaking to them. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { EXTENSION_ID } from '../../shared/contract/extension-id.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { seeText, textOf } from './support/browser.ts';
import { askForHelp, startStage } from './support/stage.ts';
import type { Stage } from './support/stage.ts';

const ownPages = ['/', '/connect', '/needs', '/admin', '/admin/accounts', '/healthz'];
const extensionPages = ['sidepanel.html', 'viewer.html', 'offscreen.html'];

/** What a foreign page might say in the hope that somebody listens. */
const messages = [
  { type: 'token' },
  { kind: 'event', event: { type: 'snapshot' } },
  { id: 1, call: { operation: 'requests.claim', params: {} } },
  '42/customer,1["call",{}]',
];

describe('Pages of others', function () {
  let stage: Stage;
  let evil: Server;
  let evilOrigin: string;

  before(async function () {
    this.timeout(240_000);
    stage = await startStage();
    evil = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end('<p>A page</p>'));
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
    evilOrigin = `http://127.0.0.1:${(evil.address() as AddressInfo).port}`;
  });
  after(async function () {
    this.timeout(60_000);
    evil?.close();
    evil?.closeAllConnections();
    await stage?.stop();
  });

  it('cannot frame any page of the server or of the extension [H-46]', async () => {
    const page = await stage.rep.browser.newPage();
    await page.goto(evilOrigin);
    const own = ownPages.map((path) => stage.server.origin + path);
    const extension = extensionPages.map((file) => `chrome-extension://${EXTENSION_ID}/${file}`);
    for (const address of [...own, ...extension]) {
      await page.evaluate(async (src) => {
        const frame = document.createElement('iframe');
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
        frame.src = src;
        document.body.replaceChildren(frame);
        await loaded;
      }, address);
      const [frame] = page.mainFrame().childFrames();
      assert.ok(frame, address);
      await until(`the frame of ${address} to be refused`, () => frame.url().startsWith('chrome-error:'));
    }
    // A page that may be framed is: so the frames above were refused by what those pages say.
    await page.evaluate(async (src) => {
      const frame = document.createElement('iframe');
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      frame.src = src;
      document.body.replaceChildren(frame);
      await loaded;
    }, `${evilOrigin}/other`);
    assert.equal(page.mainFrame().childFrames()[0]?.url(), `${evilOrigin}/other`);
    await page.close();
  });

  it('are not listened to by any page, and lose hold of what they opened [H-46]', async () => {
    const context = await stage.rep.browser.createBrowserContext();
    const customer = await context.newPage();
    await customer.goto(stage.server.origin);
    await askForHelp(customer, { name: 'Ilse Van Overbeke' });
    await seeText(customer, /You are first in line/);
    await seeText(stage.panel, /Ilse Van Overbeke/);
    const admin = await context.newPage();
    await admin.goto(`${stage.server.origin}/admin`);
    await seeText(admin, /Sign in/);
    const stranger = await stage.rep.browser.createBrowserContext();
    const connect = await stranger.newPage();
    await connect.goto(`${stage.server.origin}/connect`);
    await seeText(connect, /six digits|code/i);
    const viewer = await stage.rep.browser.newPage();
    await viewer.goto(`chrome-extension://${EXTENSION_ID}/viewer.html`);
    await seeText(viewer, /This session is not open/);
    await showThatListenersAreFound(await context.newPage());
    for (const page of [customer, connect, admin, stage.panel, viewer]) {
      const before = await textOf(page);
      const faults: unknown[] = [];
      page.on('pageerror', (error) => faults.push(error));
      assert.deepEqual(await listenersFor(page, 'message'), [], page.url());
      await page.evaluate(
        (all, origin) => {
          for (const data of all) window.dispatchEvent(new MessageEvent('message', { data, origin, source: window }));
        },
        messages,
        evilOrigin,
      );
      assert.equal(withoutTimes(await textOf(page)), withoutTimes(before));
      assert.deepEqual(faults, []);
    }

    await viewer.close();
    await stranger.close();

    const opener = await context.newPage();
    await opener.goto(evilOrigin);
    const opened = context.waitForTarget((target) => target.url().startsWith(`${stage.server.origin}/needs`));
    await opener.evaluate((address) => {
      Object.assign(globalThis, { opened: window.open(address) });
    }, `${stage.server.origin}/needs`);
    const popup = await (await opened).page();
    assert.ok(popup);
    await seeText(popup, /What your computer needs/);
    assert.equal(await popup.evaluate(() => window.opener === null), true);
    const isCutOff = await opener.evaluate(() => (Reflect.get(globalThis, 'opened') as Window | null)?.closed ?? true);
    assert.equal(isCutOff, true, 'for the page that opened it, it is gone');
    await context.close();
  });
});

/** The kinds of listeners on the page's window, asked of the browser itself. */
async function listenersFor(page: Page, type: string): Promise<string[]> {
  const session = await page.createCDPSession();
  const { result } = await session.send('Runtime.evaluate', { expression: 'window' });
  const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
  await session.detach();
  return listeners.filter((listener) => listener.type === type).map((listener) => listener.type);
}

/** A page that does listen: were its listener not found, no page's silence would mean anything. */
async function showThatListenersAreFound(page: Page): Promise<void> {
  await page.evaluate(() => window.addEventListener('message', () => undefined));
  assert.deepEqual(await listenersFor(page, 'message'), ['message']);
  await page.close();
}

/** Waiting times tick by themselves. */
function withoutTimes(text: string): string {
  return text.replaceAll(/\d+/g, '#');
}
