/** Rep and customer talk, by voice and by video, in browsers with nothing installed for it. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { startCoturn } from '../support/coturn.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { fill, press, seeText, startBrowser, textOf, type TestBrowser } from './support/browser.ts';
import {
  allowDevice,
  allowsAll,
  brightShare,
  carried,
  fakeDevices,
  held,
  isPlaying,
  received,
  watchCalls,
  watchCallsFromLoad,
} from './support/calls.ts';
import { endAsCustomer } from './support/end-session.ts';
import { startRep } from './support/rep.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';

const secret = 'a secret of the relay itself';

describe('Rep and customer talk in their browsers', function () {
  this.timeout(60_000);
  let stage: Stage;
  let customer: TestBrowser;
  let page: Page;
  let panel: Page;
  let viewer: Page;
  let again: ServerProcess | undefined;

  before(async function () {
    this.timeout(180_000);
    stage = await startStage({ repAtWork: () => startRep({ args: [...fakeDevices, allowsAll] }) });
    panel = stage.panel;
    customer = await startBrowser({ args: fakeDevices, size: { width: 1280, height: 860 } });
    for (const device of ['microphone', 'camera'] as const)
      await allowDevice(customer, stage.server.origin, device, 'granted');
    page = (await customer.browser.pages())[0] ?? (await customer.browser.newPage());
    await watchCallsFromLoad(page);
    await page.goto(stage.server.origin);
    await askForHelp(page, { name: 'Marta Kowalenko' });
    await press(panel, 'Accept');
    await seeText(page, /Ana Petrescu joined/);
  });

  after(async function () {
    this.timeout(60_000);
    await customer?.close();
    await again?.stop();
    await stage?.stop();
  });

  const grows = async (what: string, read: () => Promise<number>, by: number) => {
    const before = await read();
    await until(what, async () => (await read()) - before > by, 15_000);
  };
  const toSession = async () => {
    await panel.keyboard.down('Alt');
    await panel.keyboard.press('Digit1');
    await panel.keyboard.up('Alt');
  };
  const energy = (of: Page) => async () => (await received(of)).soundEnergy;
  const frames = (of: Page) => async () => (await received(of)).frames;

  it('asks the customer before anything is heard, and opens the rep’s window for the call [S0-76]', async () => {
    await press(panel, 'Call Marta');
    viewer = await stage.rep.extensionPage('viewer.html');
    await watchCalls(viewer);
    await seeText(viewer, /Calling Marta/);
    await seeText(
      page,
      /Ana asks to talk with you You talk here in the browser\..*Nothing is recorded\. Not now Answer/,
    );
    assert.deepEqual(await held(page), { connections: 0, tracks: 0 });
    assert.match(await page.title(), /^Ana calls/);
  });

  it('carries both voices once the customer has answered, straight from browser to browser [S0-76]', async () => {
    await press(page, 'Answer');
    await seeText(page, /Talking with Ana/);
    await seeText(viewer, /Talking with Marta/);
    await grows('the rep’s voice at the customer', energy(page), 0.005);
    await grows('the customer’s voice at the rep', energy(viewer), 0.005);
    await until('sound at both', async () => (await isPlaying(page)) && (await isPlaying(viewer)));
    assert.equal((await received(viewer)).soundCodec, 'audio/opus');
    await seeText(viewer, /\d:\d\d · Direct/);
    await page.waitForSelector('.rh-level-bar[data-lit="true"]', { timeout: 10_000 });
    assert.equal(await customer.addons(), 0);
  });

  it('is silent while the rep is muted, also from the panel, and says so to the customer [S0-76]', async () => {
    await seeText(panel, /Talking with Marta \d:\d\d/);
    await press(panel, 'Mute your microphone');
    await seeText(page, /Ana has muted the microphone/);
    await until(
      'a second of silence',
      async () => {
        const before = await received(page);
        let now = before;
        while (now.soundSeconds < before.soundSeconds + 1) now = await received(page);
        return now.soundEnergy - before.soundEnergy < 1e-6;
      },
      20_000,
    );
    await press(viewer, 'Switch your microphone on');
    await grows('the voice again', energy(page), 0.005);
  });

  it('shows each other’s camera once it is switched on, up to 720 lines, and the own one as in a mirror [S0-77]', async () => {
    await press(page, 'Switch your camera on');
    await grows('pictures at the rep', frames(viewer), 20);
    await until('a picture that is not black', async () => (await brightShare(viewer)) > 0.3);
    await press(viewer, 'Switch your camera on');
    await grows('pictures at the customer', frames(page), 20);
    await until('a picture that is not black', async () => (await brightShare(page)) > 0.3);
    assert.ok((await received(viewer)).frameHeight <= 720);
    assert.match(await page.$eval('.rh-call-picture-own', (own) => getComputedStyle(own).transform), /^matrix\(-1,/);
    await press(viewer, 'Switch your camera off');
    await page.waitForSelector('.rh-call-picture-theirs', { hidden: true, timeout: 10_000 });
  });

  it('lets the customer choose another microphone meanwhile, and lets go of the one before [S0-76]', async () => {
    await press(page, 'Microphone and camera');
    await press(page, 'Fake Audio Input 2');
    const open = () =>
      page.evaluate(() =>
        globalThis.watchedCalls.tracks
          .filter(({ kind, readyState }) => kind === 'audio' && readyState === 'live')
          .map(({ label }) => label),
      );
    await until('the other microphone alone', async () => (await open()).join() === 'Fake Audio Input 2');
    await grows('the customer’s voice at the rep', energy(viewer), 0.005);
  });

  it('goes on when the panel is closed [S0-76]', async () => {
    await panel.close();
    await grows('the voice at the customer', energy(page), 0.005);
    panel = await stage.rep.openPanel();
    await seeText(panel, /Talking with Marta/);
  });

  it('goes on when the extension’s hidden page that holds the link to the server is made anew', async () => {
    const before = await held(viewer);
    await viewer.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: { offscreen: { closeDocument(): Promise<void> } } };
      await chrome.offscreen.closeDocument();
    });
    await seeText(panel, /Talking with Marta/);
    await grows('the voice at the customer', energy(page), 0.005);
    assert.deepEqual(await held(viewer), before);
    await press(panel, 'Mute your microphone');
    await seeText(page, /Ana has muted the microphone/);
    await press(panel, 'Switch your microphone on');
    await grows('the voice again', energy(page), 0.005);
  });

  it('comes back by itself when the customer loads the page anew, camera and all [S0-76] [S0-77]', async () => {
    await page.reload();
    await seeText(page, /Talking with Ana/);
    await grows('the customer’s voice at the rep', energy(viewer), 0.005);
    await grows('the customer’s pictures at the rep', frames(viewer), 20);
  });

  it('moves to another tab of the customer’s when that is wanted, and leaves the first one [S0-76]', async () => {
    const second = await customer.browser.newPage();
    await watchCallsFromLoad(second);
    await second.goto(stage.server.origin);
    await press(second, 'Talk here instead');
    await seeText(second, /Talking with Ana/);
    await seeText(page, /You are talking in another tab/);
    assert.deepEqual(await held(page), { connections: 0, tracks: 0 });
    await grows('the rep’s voice in the second tab', energy(second), 0.005);
    await second.close();
    await page.bringToFront();
    await press(page, 'Talk here instead');
    await grows('the rep’s voice in the first tab', energy(page), 0.005);
  });

  it('leaves nothing running on either side when somebody hangs up, and the log only says that it took place [S0-76] [S0-77]', async () => {
    await press(panel, 'Hang up');
    await seeText(page, /Ana hung up after \d:\d\d/);
    for (const end of [page, viewer]) {
      await until('no connection and no device', async () => {
        const { connections, tracks } = await held(end);
        return connections === 0 && tracks === 0;
      });
    }
    const log = await textOf(page);
    assert.match(log, /Ana asks to talk.*You answered the call.*Ana hung up after/);
    await fill(page, 'Write to Ana', 'That was clear.');
    await press(page, 'Send');
    await seeText(panel, /That was clear\./);
  });

  it('rings at the rep when the customer calls, and a no is no [S0-76]', async () => {
    const notes = await stage.rep.listenToSound();
    await press(page, 'Talk with Ana');
    await seeText(page, /Calling Ana/);
    await seeText(panel, /Marta asks to talk with you/);
    await until('a sound', async () => (await notes()) > 0);
    await press(panel, 'Not now');
    await seeText(page, /Ana did not take the call/);
  });

  it('lets a customer without a microphone listen, with words for what to do [S0-76]', async () => {
    await allowDevice(customer, stage.server.origin, 'microphone', 'denied');
    await press(page, 'Talk with Ana');
    await press(panel, 'Answer');
    await seeText(page, /Your browser blocks the microphone\. Click the lock beside the address, choose Allow/);
    await grows('the rep’s voice at the customer', energy(page), 0.005);
    await seeText(viewer, /Marta has no microphone here/);
    await allowDevice(customer, stage.server.origin, 'microphone', 'granted');
    await press(page, 'Try again');
    await grows('the customer’s voice at the rep', energy(viewer), 0.005);
  });

  it('ends when the rep closes the window that it runs in', async () => {
    await viewer.close();
    await seeText(page, /Ana hung up after/);
    await until('no connection and no device', async () => {
      const { connections, tracks } = await held(page);
      return connections + tracks === 0;
    });
  });

  it('comes through the gateway alone when the rep has set that, though a direct way is there [S0-54] [S0-76]', async () => {
    const relays = await startCoturn(secret);
    try {
      await stage.administrator.panel.call('relay.update', { url: relays.url, secret });
      await press(panel, 'Home');
      await press(panel, 'Settings');
      await press(panel, 'Always the gateway');
      await toSession();
      await press(panel, 'Call Marta');
      viewer = await stage.rep.extensionPage('viewer.html');
      await watchCalls(viewer);
      await press(page, 'Answer');
      await grows('the customer’s voice at the rep', energy(viewer), 0.005);
      await grows('the rep’s voice at the customer', energy(page), 0.005);
      await press(page, 'Switch your camera on');
      await grows('the customer’s pictures at the rep', frames(viewer), 20);
      await seeText(viewer, /\d:\d\d · Through the gateway/);
      const ofRep = await carried(viewer);
      assert.equal(ofRep?.own, 'relay');
      await grows('bytes through it', async () => (await carried(viewer))?.bytes ?? 0, 20_000);
      assert.equal((await carried(page))?.other, 'relay', 'the customer learns the gateway’s address, not the rep’s');
      assert.match(relays.output(), /CHANNEL_BIND processed, success|CREATE_PERMISSION processed, success/);
      await press(panel, 'Hang up');
      await seeText(page, /Ana hung up after/);
    } finally {
      await relays.stop();
    }
    await stage.administrator.panel.call('relay.remove', {});
    await press(panel, 'Home');
    await press(panel, 'Settings');
    await press(panel, 'Direct if possible');
    await toSession();
    await viewer.close();
  });

  it('goes on while the server is away, and is linked anew by itself when both browsers have lost each other [S0-76]', async () => {
    await press(panel, 'Call Marta');
    viewer = await stage.rep.extensionPage('viewer.html');
    await watchCalls(viewer);
    await press(page, 'Answer');
    await grows('the customer’s voice at the rep', energy(viewer), 0.005);
    await stage.server.crash();
    await grows('the customer’s voice at the rep', energy(viewer), 0.005);
    await grows('the rep’s voice at the customer', energy(page), 0.005);
    again = await startServerProcess({ dataFolder: stage.server.dataFolder, port: stage.server.port });
    await panel.waitForFunction(() => !/No answer from/.test(document.body.innerText), { timeout: 30_000 });
    await viewer.evaluate(() => {
      for (const connection of globalThis.watchedCalls.connections) connection.close();
    });
    await seeText(page, /Talking with Ana/);
    await grows('the customer’s voice at the rep', energy(viewer), 0.005);
    await grows('the rep’s voice at the customer', energy(page), 0.005);
  }).timeout(120_000);

  it('ends with the session, microphones and all [S0-76]', async () => {
    await endAsCustomer(page);
    for (const end of [page, viewer])
      await until('no connection and no device', async () => {
        const { connections, tracks } = await held(end);
        return connections + tracks === 0;
      });
  });
});
