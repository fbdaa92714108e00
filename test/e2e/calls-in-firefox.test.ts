/** Rep and customer talk, both in Firefox. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { press, seeText, type TestBrowser } from './support/browser.ts';
import { brightShare, fakeDevicesOfFirefox, held, isPlaying, received, watchCalls } from './support/calls.ts';
import { startFirefox } from './support/firefox.ts';
import { startRepInFirefox } from './support/rep-in-firefox.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';

describe('Rep and customer talk, both in Firefox', function () {
  this.timeout(90_000);
  let stage: Stage;
  let customer: TestBrowser;
  let page: Page;
  let viewer: Page;

  before(async function () {
    this.timeout(180_000);
    stage = await startStage({ repAtWork: () => startRepInFirefox({ preferences: fakeDevicesOfFirefox }) });
    customer = await startFirefox({ preferences: fakeDevicesOfFirefox });
    page = (await customer.browser.pages())[0] ?? (await customer.browser.newPage());
    await page.goto(stage.server.origin);
    await watchCalls(page);
    await askForHelp(page, { name: 'Marta Kowalenko' });
    await press(stage.panel, 'Accept');
    await seeText(page, /Ana Petrescu joined/);
  });

  after(async function () {
    this.timeout(60_000);
    await customer?.close();
    await stage?.stop();
  });

  const grows = async (what: string, read: () => Promise<number>, by: number) => {
    const before = await read();
    await until(what, async () => (await read()) - before > by, 20_000);
  };

  it('hears both voices, is silent while muted, and sees both cameras, in the window that opens beside the sidebar [S0-76] [S0-77]', async () => {
    await press(stage.panel, 'Call Marta');
    viewer = await stage.rep.extensionPage('viewer.html');
    await watchCalls(viewer);
    await press(page, 'Answer');
    await seeText(page, /Talking with Ana/);
    await seeText(viewer, /Talking with Marta/);
    await seeText(stage.panel, /Talking with Marta \d:\d\d/);
    for (const end of [page, viewer]) {
      await grows('the other one’s voice', async () => (await received(end)).soundEnergy, 0.005);
      await until('sound', () => isPlaying(end));
    }
    for (const [from, to] of [
      [page, viewer],
      [viewer, page],
    ] as const) {
      await press(from, 'Switch your camera on');
      await grows('pictures', async () => (await received(to)).frames, 10);
      await until('a picture that is not black', async () => (await brightShare(to)) > 0.3);
    }
    await press(stage.panel, 'Mute your microphone');
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
  });

  it('leaves nothing running when the rep hangs up in the sidebar [S0-76]', async () => {
    await press(stage.panel, 'Hang up');
    await seeText(page, /Ana hung up after/);
    for (const end of [page, viewer])
      await until('no connection and no device', async () => {
        const { connections, tracks } = await held(end);
        return connections + tracks === 0;
      });
    assert.equal(await customer.addons(), 0);
  });
});
