/** The extension against a browser that stops its worker, a panel that comes and goes, and strangers who send it things. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { EXTENSION_ID } from '../../shared/contract/extension-id.ts';
import { openCustomerLink, repOnline, type CustomerLink } from '../support/people.ts';
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
    if (!stage.panel.isClosed()) await stage.panel.close();
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
    const asker = await openCustomerLink(stage.server);
    const { channels } = await asker.call('page.open', {});
    const channel = channels[0]?.id ?? assert.fail();
    const form = { channel, name: 'Eva', email: '', phone: '', reason: 'Nothing prints', message: '' };
    await asker.call('requests.ask', form);
    const observer = await repOnline(stage.server, stage.ana);
    const { requests, sessions } = await observer.call('snapshot.get', {});
    const [request, session] = [requests[0]?.id ?? assert.fail(), sessions[0]?.id ?? assert.fail()];
    const viewer = await stage.rep.browser.newPage();
    const wishes = `session=${session}&request=${request}&accept=1&claim=${request}&control=1&end=1`;
    for (const where of [`?${wishes}`, `?${wishes}#${wishes}`, `?session=${request}&accept=1`]) {
      await viewer.goto(`chrome-extension://${EXTENSION_ID}/viewer.html${where}`);
      await seeText(viewer, /Marta|This session is not open/);
    }
    const after = await observer.call('snapshot.get', {});
    assert.deepEqual(
      after.requests.map(({ id }) => id),
      [request],
      'the request still waits',
    );
    assert.deepEqual(
      after.sessions.map(({ id, state, ask }) => [id, state, ask]),
      [[session, 'live', null]],
    );
    observer.close();
    await asker.call('requests.leave', {});
    asker.close();
    await viewer.close();
    const web = stage.rep.page;
    /** What the browser itself says stands in the frame; the page cannot look into a frame of another origin. */
    const framed = async (url: string) => {
      const frame = await web.evaluateHandle((src) => {
        const made = document.createElement('iframe');
        made.src = src;
        return new Promise<HTMLIFrameElement>((resolve) => {
          made.onload = () => resolve(made);
          document.body.append(made);
        });
      }, url);
      const shown = (await frame.contentFrame()).url();
      await frame.evaluate((element) => element.remove());
      return shown;
    };
    assert.equal(await framed('data:text/html,framed'), 'data:text/html,framed', 'what may be framed is seen');
    assert.doesNotMatch(await framed(`chrome-extension://${EXTENSION_ID}/viewer.html`), /^chrome-extension:.*viewer/);
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
