/** The extension against a browser that stops its worker, a panel that comes and goes, and strangers who send it things. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { EXTENSION_ID } from '../../shared/contract/extension-id.ts';
import { openCustomerLink, type CustomerLink } from '../support/people.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { seeText, textOf } from './support/browser.ts';
import { startStage, type Stage } from './support/stage.ts';

const TIMES = 100;

describe('The extension', function () {
  let stage: Stage;
  let customer: CustomerLink;

  before(async function () {
    this.timeout(120_000);
    stage = await startStage();
    customer = await openCustomerLink(stage.server);
  });

  after(async function () {
    this.timeout(60_000);
    customer?.close();
    await stage?.stop();
  });

  async function ask(name: string): Promise<void> {
    const { channels } = await customer.call('page.open', {});
    const [channel] = channels;
    assert.ok(channel);
    await customer.call('requests.ask', {
      channel: channel.id,
      name,
      email: '',
      phone: '',
      reason: 'Nothing prints',
      message: 'It hums.',
    });
  }

  it(`shows a request that arrives while the worker is stopped, ${TIMES} times of ${TIMES} [F11]`, async function () {
    this.timeout(600_000);
    await stage.panel.close();
    let slowestMs = 0;
    for (let time = 1; time <= TIMES; time += 1) {
      await stage.rep.stopWorker();
      const askedAt = performance.now();
      await ask(`Customer ${time}`);
      await until(`notification ${time}`, async () => (await stage.rep.desk.shown()) > 0, 32_000);
      slowestMs = Math.max(slowestMs, performance.now() - askedAt);
      await customer.call('requests.leave', {});
      await until(`the end of notification ${time}`, async () => (await stage.rep.desk.shown()) === 0, 32_000);
    }
    console.log(`      slowest of ${TIMES}: ${Math.round(slowestMs)} ms`);
  });

  it('builds its panel anew in mid-session, with nothing of the chat lost [F12]', async () => {
    const panel = await stage.rep.openPanel();
    await ask('Marta Kowalenko');
    await seeText(panel, /Marta Kowalenko/);
    await panel.evaluate(() => undefined);
    const { press } = await import('./support/browser.ts');
    await press(panel, 'Accept');
    const { session } = await customer.event('requests.claimed');
    const write = (text: string, id: string) => customer.call('chat.send', { session: session.id, clientId: id, text });
    await write('Before the panel was closed', 'aaaaaaaaaaaaaaaaaaaaa1');
    await seeText(panel, /Before the panel was closed/);
    await panel.close();
    await write('While it was closed', 'aaaaaaaaaaaaaaaaaaaaa2');
    const again = await stage.rep.openPanel();
    const text = await seeText(again, /While it was closed/);
    assert.match(text, /Marta Kowalenko.*Before the panel was closed.*While it was closed/);
  }).timeout(60_000);

  it('does nothing for a page that opens its viewer with an address full of wishes [H-47]', async () => {
    const viewer = await stage.rep.browser.newPage();
    const before = customer.events.length;
    await viewer.goto(`chrome-extension://${EXTENSION_ID}/viewer.html?session=aaaaaaaaaaaaaaaaaaaaaa&accept=1`);
    await seeText(viewer, /This session is not open/);
    assert.equal(customer.events.slice(before).filter((event) => event.type === 'sessions.changed').length, 0);
    await viewer.close();
    const web = stage.rep.page;
    const reached = await web.evaluate(
      (id) =>
        new Promise<boolean>((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = `chrome-extension://${id}/viewer.html`;
          frame.onload = () => resolve(frame.contentWindow?.length !== undefined && frame.contentDocument !== null);
          frame.onerror = () => resolve(false);
          document.body.append(frame);
          setTimeout(() => resolve(false), 3000);
        }),
      EXTENSION_ID,
    );
    assert.equal(reached, false, 'no page of the extension can be framed by a web page');
  });

  it('ignores messages of web pages and forged ones of its own pages [H-45]', async () => {
    const before = await textOf((await stage.rep.browser.pages())[0] as Page);
    const answer = await stage.rep.page.evaluate((id) => {
      const runtime = (
        globalThis as { chrome?: { runtime?: { sendMessage?: (id: string, message: unknown) => void } } }
      ).chrome?.runtime;
      if (!runtime?.sendMessage) return 'no way to send';
      try {
        runtime.sendMessage(id, { type: 'token' });
        return 'sent';
      } catch (error) {
        return String(error);
      }
    }, EXTENSION_ID);
    assert.notEqual(answer, 'sent');
    assert.equal(await textOf((await stage.rep.browser.pages())[0] as Page), before);
    const options = await stage.rep.browser.newPage();
    await options.goto(`chrome-extension://${EXTENSION_ID}/viewer.html`);
    const forged = await options.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
      };
      const wait = new Promise<string>((resolve) => setTimeout(() => resolve('nothing'), 1500));
      const messages = [{ type: 'token' }, { operation: 'account.token', params: {} }, '__proto__', null, 42];
      const answers = messages.map((message) =>
        Promise.race([chrome.runtime.sendMessage(message).catch(() => 'nothing'), wait]),
      );
      return JSON.stringify(await Promise.all(answers));
    });
    assert.doesNotMatch(forged, /[A-Za-z0-9_-]{43}/, 'no token comes back');
    await options.close();
  });
});
