/** A panel that is opened anew, that is set, and that is led from other pages of the browser. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { EXTENSION_ID } from '../../shared/contract/extension-id.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { aForm, allowSessions } from '../integration/server-sessions/sessions-for-tests.ts';
import { openCustomerLink, type CustomerLink } from '../support/people.ts';
import { fill, press, seeText, textOf } from './support/browser.ts';
import { startStage, type Stage } from './support/stage.ts';

describe('A panel and the browser around it', function () {
  this.timeout(60_000);
  let stage: Stage;
  let panel: Page;
  const customers: CustomerLink[] = [];
  let ruben: Awaited<ReturnType<typeof helped>>;

  before(async function () {
    this.timeout(240_000);
    stage = await startStage();
    panel = stage.panel;
    await allowSessions(stage.administrator, 5);
    await helped('Marta Kowalenko');
    ruben = await helped('Ruben Achebe');
    await helped('Yuki Tanaka');
  });
  after(async function () {
    this.timeout(60_000);
    for (const customer of customers) customer.close();
    await stage?.stop();
  });

  /** Somebody who asks, and whose session the rep begins. */
  async function helped(name: string) {
    const customer = await openCustomerLink(stage.server);
    customers.push(customer);
    await customer.call('requests.ask', await aForm(customer, name));
    await press(panel, 'Home');
    await seeText(panel, new RegExp(name));
    await press(panel, 'Accept');
    const { session } = await customer.event('requests.claimed');
    // Not before the panel stands in it: what is pressed next is meant for there.
    await seeText(panel, new RegExp(name), 'h1');
    return { customer, session: session.id };
  }
  const goToSession = async (place: 1 | 3) => {
    await panel.keyboard.down('Alt');
    await panel.keyboard.press(`Digit${place}`);
    await panel.keyboard.up('Alt');
  };

  it('is where it was when it is opened again: room, session, tab, and what was being written', async () => {
    await goToSession(1);
    await fill(panel, 'Reply to Marta', 'Half a sentence');
    await goToSession(3);
    await fill(panel, 'Reply to Yuki', 'The other half');
    await press(panel, 'Screen');
    await panel.close();
    panel = await stage.rep.openPanel();
    await seeText(panel, /Yuki does not show the screen now/);
    await panel.waitForFunction(() => document.querySelector('textarea')?.value === 'The other half');
    await goToSession(1);
    await panel.waitForFunction(() => document.querySelector('textarea')?.value === 'Half a sentence');
    await press(panel, 'Home');
    await press(panel, 'Settings');
    await panel.close();
    panel = await stage.rep.openPanel();
    await seeText(panel, /Network settings/);
  });

  it('measures the way to the server, and says which ways screens can take [S0-54]', async () => {
    await press(panel, 'Test the connection');
    const found = await seeText(panel, /Server Answers in \d+ ms.*Gateway/);
    assert.match(found, /Direct way This computer has an address for it/);
    assert.match(found, /Gateway Your server has none/);
    await press(panel, 'Always the gateway');
    await seeText(panel, /Without a gateway at your server neither screens nor calls come at all/);
    await press(panel, 'Direct if possible');
  });

  it('keeps how pictures come and how they are drawn [S0-56]', async () => {
    await press(panel, '15');
    await press(panel, 'Grey');
    await press(panel, 'Actual size');
    await panel.close();
    panel = await stage.rep.openPanel();
    await seeText(panel, /None, which spares the most.*Pixel by pixel/);
    assert.deepEqual(await panel.$$eval('.ext-setting input:checked', (chosen) => chosen.map((one) => one.value)), [
      'system',
      'browser',
      '15/s',
      'sharp',
      'grey',
      'actual',
      'direct',
    ]);
    await press(panel, 'Dark');
    await panel.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
  });

  it('keeps the language that was chosen, and writes dates and numbers by it', async () => {
    await Promise.all([panel.waitForNavigation(), press(panel, 'English')]);
    await seeText(panel, /Language.*As the browser.*English/);
    const chosen = () => panel.$$eval('.ext-setting input:checked', (all) => all.some(({ value }) => value === 'en'));
    assert.ok(await chosen());
    await Promise.all([panel.waitForNavigation(), press(panel, 'As the browser')]);
    await seeText(panel, /Network settings/);
    assert.ok(!(await chosen()));
  });

  /*
   * The browser's own menu and address bar are no pages, and cannot be pressed from outside. What a press on them leads
   * to can: the browser's event is raised in the worker itself, and all that follows is as after a real one, except that
   * it counts as no gesture, so a window stands in for the panel where it would have been opened.
   */
  async function raise(event: 'menu' | 'bar', ...given: readonly unknown[]) {
    const target = await stage.rep.browser.waitForTarget(
      (candidate) => candidate.type() === 'service_worker' && candidate.url().includes(EXTENSION_ID),
    );
    const worker = await target.worker();
    await worker?.evaluate(
      (which, values) => {
        type Raised = { dispatch(...values: unknown[]): void };
        const { chrome } = globalThis as unknown as {
          chrome: { contextMenus: { onClicked: Raised }; omnibox: { onInputEntered: Raised } };
        };
        (which === 'menu' ? chrome.contextMenus.onClicked : chrome.omnibox.onInputEntered).dispatch(...values);
      },
      event,
      given,
    );
  }
  /** Whichever panel has taken the order. */
  async function panelThatSays(form: RegExp): Promise<Page> {
    let found: Page | undefined;
    await until(`a panel that says ${String(form)}`, async () => {
      for (const target of stage.rep.browser.targets()) {
        if (!target.url().endsWith('/sidepanel.html')) continue;
        const page = await target.asPage();
        if (form.test(await textOf(page).catch(() => ''))) found = page;
      }
      return found !== undefined;
    });
    return found ?? assert.fail();
  }

  it('starts a session with whoever is selected on a page, with the mail of the guide filled in [B-20]', async () => {
    const selectionText = 'Noor Haddad <noor@firm.example>';
    await raise('menu', { menuItemId: 'start-selected', selectionText, pageUrl: 'https://crm.example/' }, {});
    const taken = await panelThatSays(/Remote Assist Session.*Noor Haddad/);
    const to = await taken.$eval('dialog[open] input[type=email]', (field) => field.value);
    assert.equal(to, 'noor@firm.example');
    const code = /(\d{3}) (\d{3})/.exec(await textOf(taken, 'dialog[open]'));
    await press(taken, 'Close');
    await raise('bar', `${code?.[1]}${code?.[2]}`, 'currentTab');
    await panelThatSays(/Nobody has come in yet/);
  });

  it('puts a page into the chat of the customer who is chosen, for the rep to send [B-20]', async () => {
    await raise(
      'menu',
      { menuItemId: 'give-link', linkUrl: 'https://print.example/manual', pageUrl: 'https://x.example/' },
      {},
    );
    const taken = await panelThatSays(/Which customer gets it\?/);
    await taken.click('dialog[open] .rh-list-row-open ::-p-text(Ruben Achebe)');
    await taken.waitForFunction(() =>
      document.querySelector('textarea')?.value.endsWith('https://print.example/manual'),
    );
    const { entries } = await ruben.customer.call('log.after', { session: ruben.session, seq: 0 });
    assert.ok(!entries.some(({ kind }) => kind === 'chat'), 'nothing was sent');
  });

  describe('a picture of a page', () => {
    const site = createServer((request, answer) => {
      const isPicture = request.url?.startsWith('/chart') === true;
      answer.setHeader('content-type', isPicture ? 'image/png' : 'text/html');
      answer.end(
        isPicture ? PNG.sync.write(new PNG({ width: 40, height: 30 })) : '<title>A page</title><img src="/chart">',
      );
    });
    let port: number;
    let place: { id: number };
    before(async () => {
      site.listen(0, '127.0.0.1');
      await once(site, 'listening');
      const address = site.address();
      port = typeof address === 'object' && address !== null ? address.port : assert.fail();
      await stage.rep.page.goto(`http://127.0.0.1:${port}/`);
      const tab = await panel.evaluate(async (own) => {
        const { chrome } = globalThis as unknown as {
          chrome: { tabs: { query(of: object): Promise<{ id: number; url?: string }[]> } };
        };
        return (await chrome.tabs.query({})).find(({ url }) => url?.startsWith(own) === true)?.id;
      }, `http://127.0.0.1:${port}/`);
      place = { id: tab ?? assert.fail('the page has no tab') };
    });
    after(() => site.close());
    /** To Ruben: a panel that stands at his session asks nothing, any other one asks who gets it. */
    const giveRuben = async (srcUrl: string, given: RegExp) => {
      const pageUrl = `http://127.0.0.1:${port}/`;
      await raise('menu', { menuItemId: 'give-picture', srcUrl, pageUrl, frameId: 0 }, place);
      const taken = await panelThatSays(new RegExp(`Which customer gets it|${given.source}`));
      const choice = await taken.$('dialog[open] .rh-list-row-open ::-p-text(Ruben Achebe)');
      await choice?.click();
      await seeText(taken, given);
      return taken;
    };

    it('comes as a file beside the draft, and goes when the rep sends it [B-20]', async () => {
      const taken = await giveRuben(`http://127.0.0.1:${port}/chart.php?of=june`, /chart\.png \d+ B · not sent yet/);
      const drawn = await taken.waitForFunction(
        () => document.querySelector<HTMLImageElement>('.ext-held img')?.naturalWidth,
      );
      assert.equal(await drawn.jsonValue(), 40, 'the rep looks at it');
      const before = await ruben.customer.call('log.after', { session: ruben.session, seq: 0 });
      assert.ok(!before.entries.some(({ kind }) => kind === 'file'), 'nothing is sent by itself');
      await taken.click('.ext-held button ::-p-text(Send)');
      await until('the file', async () => {
        const { entries } = await ruben.customer.call('log.after', { session: ruben.session, seq: 0 });
        return entries.some((entry) => entry.kind === 'file' && entry.name === 'chart.png' && entry.type === 'picture');
      });
      await taken.waitForFunction(() => document.querySelector('.ext-held') === null);
    });

    it('comes as its address where the page does not get at it, and says so', async () => {
      const elsewhere = `http://localhost:${port}/chart.png`;
      const taken = await giveRuben(
        elsewhere,
        /does not give this picture away. Its address stands in the chat with Ruben/,
      );
      await taken.waitForFunction((end) => document.querySelector('textarea')?.value.endsWith(end), {}, elsewhere);
      assert.equal(await taken.$('.ext-held'), null);
    });
  });
});
