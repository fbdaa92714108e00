/** After the installation: the icon in the toolbar, which opens the panel and counts who waits. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { newClientId } from '../../extension/view/new-client-id.ts';
import { EXTENSION_ID } from '../../shared/contract/extension-id.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { openCustomerLink, type CustomerLink } from '../support/people.ts';
import { press, seeText, textOf } from './support/browser.ts';
import { startRepInFirefox, type RepInFirefox } from './support/rep-in-firefox.ts';
import { signIn, type RepAtWork } from './support/rep.ts';
import { startStage, type Stage } from './support/stage.ts';

const KEEP_IN_SIGHT = /Keep the icon in sight\./;

describe('The toolbar icon', function () {
  let stage: Stage;
  let customer: CustomerLink;

  after(async function () {
    this.timeout(60_000);
    customer?.close();
    await stage?.stop();
  });

  it('in Chromium opens the panel, which leads to pinning it, and counts who waits [S0-63]', async () => {
    stage = await startStage();
    customer = await openCustomerLink(stage.server);
    await seeText(stage.panel, KEEP_IN_SIGHT);
    await pinInChromium(stage.rep);
    await until('the end of the hint', async () => !KEEP_IN_SIGHT.test(await textOf(stage.panel)));
    await countsWhoWaits(stage.rep);
  }).timeout(120_000);

  describe('in Firefox', function () {
    let rep: RepInFirefox;
    let panel: Page;

    before(async function () {
      this.timeout(120_000);
      rep = await startRepInFirefox();
      panel = await rep.openPanel();
      await signIn(panel, stage.server.origin, stage.ana.userId, stage.ana.password);
    });

    after(async function () {
      this.timeout(60_000);
      await rep?.close();
    });

    it('stands in the toolbar from the start, opens and shuts the sidebar, and counts who waits [S0-63]', async () => {
      assert.doesNotMatch(await textOf(panel), KEEP_IN_SIGHT);
      await countsWhoWaits(rep);
      await rep.clickIcon();
      await until('the end of the sidebar', async () => !(await rep.isSidebarOpen()));
      panel = await rep.openPanel();
      await seeText(panel, /Start Session/);
    });

    it('leads back to the toolbar when somebody has put it into the menu of extensions [S0-63]', async () => {
      await rep.placeIcon('menu');
      await seeText(panel, KEEP_IN_SIGHT);
      await rep.placeIcon('toolbar');
      await until('the end of the hint', async () => !KEEP_IN_SIGHT.test(await textOf(panel)));
    });

    it('is not needed: a notification finds the sidebar, or opens a window for the panel, or finds that window [S0-49]', async () => {
      await ask('Marta Kowalenko');
      await clickNotification();
      await seeText(panel, /Marta Kowalenko.*Chat only/);
      assert.deepEqual(await rep.windowsWithPanel(), []);
      const { session } = await customer.event('requests.claimed');
      await rep.clickIcon();
      await until('the end of the sidebar', async () => !(await rep.isSidebarOpen()));
      await write(session.id, 'Are you there?');
      await clickNotification();
      const window = await rep.extensionPage('sidepanel.html');
      await seeText(window, /Chat only.*Are you there\?/);
      await press(window, 'Home');
      await write(session.id, 'It hums now.');
      await clickNotification();
      await seeText(window, /Chat only.*It hums now\./);
      assert.equal((await rep.windowsWithPanel()).length, 1);
    });

    async function clickNotification(): Promise<void> {
      await until('a notification', async () => (await rep.desk.shown()) > 0);
      await rep.desk.clickNotification();
      await until('the notification’s end', async () => (await rep.desk.shown()) === 0);
    }

    async function write(session: SessionId, text: string): Promise<void> {
      await customer.call('chat.send', { session, clientId: newClientId(), text });
    }
  });

  async function countsWhoWaits(rep: RepAtWork): Promise<void> {
    assert.equal(await rep.badge(), '');
    await ask('Joon-ho Baek');
    await until('the count', async () => (await rep.badge()) === '1');
    if (!rep.isFirefox) assert.equal(await iconTitle(rep), 'RemoteHelp: 1 waiting, for less than a minute');
    await customer.call('requests.leave', {});
    await until('the end of the count', async () => (await rep.badge()) === '');
  }

  /** What the pointer reads over the icon. */
  async function iconTitle(rep: RepAtWork): Promise<string> {
    const panel = await rep.extensionPage('sidepanel.html');
    return panel.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: { action: { getTitle(of: object): Promise<string> } } };
      return chrome.action.getTitle({});
    });
  }

  async function ask(name: string): Promise<void> {
    const [channel] = (await customer.call('page.open', {})).channels;
    assert.ok(channel);
    const form = { channel: channel.id, name, email: '', phone: '', reason: 'Nothing prints', message: '' };
    await customer.call('requests.ask', form);
  }
});

/** Pins it where Chromium shows the extension's details: the toolbar's own menu cannot be reached by a driver. */
async function pinInChromium(rep: RepAtWork): Promise<void> {
  const details = await rep.browser.newPage();
  await details.goto(`chrome://extensions/?id=${EXTENSION_ID}`);
  const pin = await details.waitForSelector('>>> #pin-to-toolbar', { timeout: 15_000, visible: true });
  await pin?.click();
  await details.close();
}
