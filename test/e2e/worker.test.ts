/** The extension against a browser that stops its worker, a panel that comes and goes, and strangers who send it things. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION_ID } from '../../shared/contract/extension-id.ts';
import { openCustomerLink, repOnline, type CustomerLink } from '../support/people.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { press, seeText } from './support/browser.ts';
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

  it('has no door for other extensions and web pages, and tells its own pages nothing that is forged [H-45]', async () => {
    const request = { type: 'token' };
    const web = await stage.rep.page.evaluate(
      (id, message) => {
        const { chrome } = globalThis as {
          chrome?: { runtime?: { sendMessage?: (id: string, what: unknown) => void } };
        };
        chrome?.runtime?.sendMessage?.(id, message);
        return chrome?.runtime?.sendMessage === undefined;
      },
      EXTENSION_ID,
      request,
    );
    assert.ok(web, 'the browser gives a page nothing to send with');

    const folder = aStrangersExtension();
    const stranger = await stage.rep.browser.installExtension(folder);
    const theirs = await stage.rep.browser.newPage();
    await theirs.goto(`chrome-extension://${stranger}/page.html`);
    const told = await theirs.evaluate(sayToExtension, EXTENSION_ID, forged);
    assert.deepEqual(
      told,
      [...forged, 'a port'].map(() => 'Could not establish connection. Receiving end does not exist.'),
    );
    const toItself = await theirs.evaluate(sayToExtension, stranger, [request]);
    assert.equal(toItself[0], 'heard', 'what has a door is heard');
    await theirs.close();
    await stage.rep.browser.uninstallExtension(stranger);
    rmSync(folder, { recursive: true });

    const own = await stage.rep.browser.newPage();
    await own.goto(`chrome-extension://${EXTENSION_ID}/viewer.html`);
    const answers = await own.evaluate(sayToExtension, EXTENSION_ID, forged);
    assert.doesNotMatch(answers.join(), /[A-Za-z0-9_-]{43}/, 'no token comes back');
    await own.close();
  }).timeout(60_000);
});

const forged = [{ type: 'token' }, { operation: 'account.token', params: {} }, '__proto__', null, 42];

/** Another extension in the rep's browser. It hears what is said to it, to show that saying works. */
function aStrangersExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rh-stranger-'));
  const background = { service_worker: 'worker.js' };
  const manifest = { manifest_version: 3, name: 'A stranger', version: '1', background };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'worker.js'),
    "chrome.runtime.onMessage.addListener((message, sender, answer) => void answer('heard'));",
  );
  writeFileSync(join(folder, 'page.html'), '<title>A stranger</title>');
  return folder;
}

/** Runs in a page: sends each message to an extension, then opens a port to it, and tells what came back. */
async function sayToExtension(id: string, messages: readonly unknown[]): Promise<string[]> {
  interface Port {
    readonly onDisconnect: { addListener(listener: () => void): void };
    readonly onMessage: { addListener(listener: (message: unknown) => void): void };
    postMessage(message: unknown): void;
  }
  const { chrome } = globalThis as unknown as {
    chrome: {
      runtime: {
        lastError?: { message: string };
        sendMessage(id: string, message: unknown): Promise<unknown>;
        connect(id: string): Port;
      };
    };
  };
  // No function of its own here: what the test's compiler adds to named ones is not there in the page.
  const answers = messages.map((message) =>
    Promise.race([
      chrome.runtime.sendMessage(id, message).then(
        (answer) => (typeof answer === 'string' ? answer : JSON.stringify(answer ?? 'nothing')),
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      ),
      new Promise<string>((resolve) => setTimeout(() => resolve('nothing'), 1500)),
    ]),
  );
  const port = new Promise<string>((resolve) => {
    setTimeout(() => resolve('nothing'), 1500);
    const opened = chrome.runtime.connect(id);
    opened.onDisconnect.addListener(() => resolve(chrome.runtime.lastError?.message ?? 'shut'));
    opened.onMessage.addListener((message) => resolve(JSON.stringify(message)));
    for (const message of messages) opened.postMessage(message);
  });
  return Promise.all([...answers, port]);
}
