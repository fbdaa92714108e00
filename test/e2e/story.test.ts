/** The story that RemoteHelp exists for, from asking to the end, with no part replaced. */
import assert from 'node:assert/strict';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { press, fill, seeText, textOf } from './support/browser.ts';
import { casts } from './support/casts.ts';
import { startCustomer, type Customer, type RunningHost } from './support/customer.ts';
import { colourAt, clickPicture, near, pictureIn, remoteSize } from './support/remote-picture.ts';
import { settleHand } from './support/settle-hand.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';
import { windowState } from './support/window-state.ts';

const TYPED = 'Größe 3 – 한국어 привет @{}|~€';

for (const { title, repAtWork, startOfCustomer, background } of casts)
  describe(title, function () {
    let stage: Stage;
    let playedNotes: () => Promise<number>;
    let customer: Customer;
    let panel: Page;
    let page: Page;
    let notes: Awaited<ReturnType<Customer['openNotes']>>;
    let host: RunningHost;
    let folder: string;

    before(async function () {
      this.timeout(420_000);
      folder = await mkdtemp(join(tmpdir(), 'story-'));
      stage = await startStage({ host: true, repAtWork });
      panel = stage.panel;
      customer = await startCustomer(stage.server.origin, startOfCustomer);
      page = customer.page;
    });

    after(async function () {
      this.timeout(60_000);
      await customer?.close();
      await stage?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it('signs the rep in with user ID and password, Online at once, at Home [S0-17] [S0-45] [S0-52]', async () => {
      const text = await seeText(panel, /Start Session/);
      assert.match(text, /Online/);
      assert.match(text, /Waiting now .*General nobody waits/);
    });

    it('shows the customer a page that says who is there and takes the request [S0-18] [S0-19] [S0-06]', async () => {
      await seeText(page, /Get help with your computer.*General .*Available Somebody is free now/);
      playedNotes = await stage.rep.listenToSound();
      if (!stage.rep.isFirefox) await stage.rep.stopWorker();
      await askForHelp(page, {
        name: 'Marta Kowalenko',
        email: 'marta@ostervale.example',
        phone: '+1 555 0142',
        reason: 'Nothing prints',
        message: 'Since this morning nothing comes out of the printer.',
      });
      await seeText(page, /You are first in line/);
    });

    it(`notifies the rep with name, reason and sound ${background} [S0-48] [S3-17] [S0-20]`, async () => {
      await until('a notification', async () => (await stage.rep.desk.shown()) > 0);
      await until('a sound', async () => (await playedNotes()) > 0);
      await panel.click('::-p-text(All requests)');
      const card = await seeText(panel, /Marta Kowalenko.*E-mail.*Accept/);
      assert.match(card, /marta@ostervale\.example/);
      assert.match(card, /Nothing prints/);
      await stage.rep.desk.clickNotification();
      await seeText(page, /Ana Petrescu/);
      const [newest = ''] = await stage.rep.desk.notifications();
      assert.match(newest, /Marta Kowalenko/);
      assert.match(newest, /Nothing prints/);
    });

    it('opens the session for both when the notification is clicked, and makes the rep Busy [S0-38] [S0-49] [S0-46]', async () => {
      await seeText(panel, /Marta Kowalenko.*Chat only/);
      assert.match(await textOf(panel), /Busy/);
      assert.match(await seeText(page, /Ana Petrescu joined/), /Nothing prints/);
    });

    it('lets both chat, with times, in a page that needs only a browser [S0-74] [S0-75] [S0-98]', async () => {
      await fill(page, 'Write to Ana', 'The lamp on the printer is green.');
      await press(page, 'Send');
      await seeText(panel, /The lamp on the printer is green\. ?\d\d:\d\d/);
      await fill(panel, 'Reply to Marta', 'May I look at your screen?');
      await press(panel, 'Send');
      await seeText(page, /May I look at your screen\? ?\d\d:\d\d/);
      assert.equal(await customer.addons(), 0);
    });

    it('shows the rep’s name and face in the chat, keeps times, and marks what was read [S2-24] [S2-27]', async () => {
      const picture = await page.waitForSelector('.rh-avatar-staff img', { timeout: 5000 });
      assert.ok(await picture?.evaluate((image) => image.naturalWidth > 0));
      await seeText(page, /Ana Petrescu Helping you since \d\d:\d\d/);
      await panel.waitForSelector('[aria-label="Read"], [title="Read"]', { timeout: 10_000 });
    });

    it('asks the customer in plain words when the rep asks to see the screen, and waits [S0-88] [S0-89] [S3-01]', async () => {
      await press(panel, 'View');
      await press(panel, 'Ask Marta');
      const sheet = await seeText(page, /Let Ana see your screen\?/);
      assert.match(sheet, /Did a stranger call you and send you to this page\? Then say no\./);
      await seeText(panel, /Asked to see/);
      await press(panel, 'Screen');
      assert.equal(await pictureIn(panel), false);
    });

    it('offers one download on Yes, which runs as it is and asks again on the desktop [S0-69] [S0-70] [S3-16]', async () => {
      await press(page, 'Yes, for 15 minutes');
      await press(page, 'Download the program');
      notes = await customer.openNotes();
      host = await customer.runDownload();
      await seeText(panel, /Asked on the desktop/, 'body', 30_000);
      assert.equal(await pictureIn(panel), false);
      await customer.answerOnDesktop('yes');
    }).timeout(60_000);

    it('shows the live screen in the panel only after that Yes, directly between the two [S0-90] [S0-91] [S0-94]', async () => {
      await seeText(panel, /Seeing/);
      await until('the picture', () => pictureIn(panel), 15_000);
      assert.deepEqual(await remoteSize(panel), { width: 1280, height: 800 });
      await customer.desktop.run('xsetroot', ['-solid', '#c04010']);
      await until('the colour of the desktop', async () => near(await colourAt(panel, 1270, 790), [0xc0, 0x40, 0x10]));
      await seeText(panel, /Direct \(P2P\)/);
    });

    it('sends no input while the rep only views, whatever is typed into the picture [S3-20] [H-53]', async () => {
      const before = await customer.desktop.run('xdotool', ['getmouselocation']);
      await clickPicture(panel, 200, 200);
      await panel.keyboard.type('nothing of this arrives');
      // What the viewer sent is followed by what shows that the host has gone on: a change that comes back as a picture.
      await customer.desktop.run('xsetroot', ['-solid', '#1060a0']);
      await until('what came after it', async () => near(await colourAt(panel, 1270, 790), [0x10, 0x60, 0xa0]));
      assert.equal(await customer.desktop.run('xdotool', ['getmouselocation']), before);
      assert.equal(notes.typed(), '');
    });

    it('gives control as a second step, asked for and granted on its own [S4-02] [S2-30] [S0-87]', async () => {
      await press(panel, 'Chat');
      await press(panel, 'Remote control');
      await press(panel, 'Ask Marta');
      await seeText(page, /Answer in the RemoteHelp window/);
      await customer.answerOnDesktop('yes');
      await seeText(panel, /Controlling/);
    });

    it('types and clicks on the real desktop, any script and every modifier [S0-01] [S2-31] [S0-05]', async () => {
      await settleHand(panel);
      await press(panel, 'Screen');
      await until('the picture', () => pictureIn(panel), 15_000);
      await clickPicture(panel, 200, 200);
      await until('the pointer', async () =>
        /x:(19|20)\d y:(19|20)\d/.test(await customer.desktop.run('xdotool', ['getmouselocation'])),
      );
      for (const character of TYPED) await panel.keyboard.sendCharacter(character);
      await panel.keyboard.press('Enter');
      await panel.keyboard.down('Shift');
      await panel.keyboard.press('KeyA');
      await panel.keyboard.up('Shift');
      await panel.keyboard.press('Enter');
      await until('the typed text', () => notes.typed().includes('A\n'), 15_000);
      assert.equal(notes.typed(), `${TYPED}\nA\n`);
    });

    it('suspends control at once when the customer moves the own mouse, and says so to both [S0-93] [H-55]', async () => {
      await customer.moveHand(640, 400);
      await seeText(panel, /Paused/);
      await seeText(page, /you have the mouse/);
      await panel.keyboard.type('lost');
      await panel.keyboard.press('Enter');
      await seeText(panel, /Controlling/);
      assert.doesNotMatch(notes.typed(), /lost/);
    });

    it('lets both go on chatting while the screen is controlled, with the one sign-in that the day began with [S0-78] [S3-21] [S3-04]', async () => {
      await fill(panel, 'Reply to Marta', 'I write into your notes now.');
      await press(panel, 'Send');
      await seeText(page, /I write into your notes now\./);
      await seeText(panel, /Controlling/);
      // The one who came from the queue, chats and controls was asked for user ID and password once, at the start.
      assert.equal(await panel.$('input[type=password]'), null);
    });

    it('starts a program of the rep’s own shortcuts on the customer’s computer, after a yes there [S0-59] [S4-03]', async () => {
      const made = join(folder, 'made by the program');
      await press(panel, 'Home');
      await press(panel, 'Shortcuts');
      await press(panel, 'Add');
      await press(panel, 'New program…');
      await fill(panel, 'Name', 'Make a file');
      await fill(panel, 'Path', 'touch');
      await fill(panel, 'Arguments', `"${made}"`);
      await press(panel, 'Save');
      await press(panel, 'Use Make a file in a session');
      await press(panel, 'Start on Marta’s computer');
      await panel.click('::-p-text(Marta K.)');
      await seeText(panel, /Marta is asked whether to open Make a file/);
      await assert.rejects(access(made));
      await customer.answerOnDesktop('yes');
      await seeText(panel, /Marta said yes: Make a file was opened/);
      await seeText(page, /You let Make a file be opened on your computer/);
      await access(made);
      await press(panel, 'Screen');
      await until('the picture', () => pictureIn(panel), 15_000);
    });

    it('puts the screen into a window of its own, full screen and back [S2-48]', async () => {
      await press(panel, 'Window');
      const viewer = await stage.rep.extensionPage('viewer.html');
      await until('the picture in the window', () => pictureIn(viewer), 20_000);
      await press(viewer, 'Full screen');
      await until('full screen', async () => (await windowState(viewer)) === 'fullscreen');
      await viewer.mouse.move(640, 1);
      await until('the bar at the edge', () =>
        viewer.$eval('.ext-window-bar', (bar) => bar.getBoundingClientRect().y >= 0),
      );
      await press(viewer, 'Leave full screen');
      await until('the way back', async () => (await windowState(viewer)) === 'normal');
      await viewer.close();
    });

    it('lets the rep stop looking and ask anew, and the log tells all that was granted [S2-41] [S2-28] [S2-01]', async () => {
      await press(panel, 'Stop');
      await seeText(panel, /Chat only/);
      await press(panel, 'Chat');
      const log = await seeText(panel, /Marta allowed/);
      assert.match(log, /Ana joined/);
      assert.match(log, /Paused/);
      await press(panel, 'View');
      await press(panel, 'Ask Marta');
      await customer.answerOnDesktop('yes');
      await seeText(panel, /Seeing/);
      await until('the picture, though the chat was open', () => pictureIn(panel), 15_000);
    });

    it('uses only the hands that were lent: the mouse moves, the keyboard does nothing [S0-92]', async () => {
      await press(panel, 'Remote control');
      await press(panel, 'Mouse');
      await press(panel, 'Ask Marta');
      await customer.answerOnDesktop('yes');
      await settleHand(panel);
      await press(panel, 'Screen');
      await until('the picture', () => pictureIn(panel), 15_000);
      const before = notes.typed();
      await clickPicture(panel, 300, 240);
      await until('the pointer', async () =>
        /x:(29|30)\d y:(23|24)\d/.test(await customer.desktop.run('xdotool', ['getmouselocation'])),
      );
      await panel.keyboard.type('not lent');
      await panel.keyboard.press('Enter');
      await clickPicture(panel, 200, 200);
      await until('the pointer', async () =>
        /x:(19|20)\d y:(19|20)\d/.test(await customer.desktop.run('xdotool', ['getmouselocation'])),
      );
      assert.equal(notes.typed(), before);
    });

    it('ends when the rep ends it, and removes the program and its download [S0-72] [S0-71] [S2-21]', async () => {
      await press(panel, 'End');
      await press(panel, 'End session');
      assert.deepEqual(host.left(), []);
      // The word of the end would go by itself after half a minute: the customer closes it.
      await customer.answerOnDesktop('yes');
      assert.equal(await withBound(host.ended, 60_000, host.output), 0, host.output());
      await customer.hostWindowsGone();
    }).timeout(90_000);

    it('shows both a summary of who, when, how long and what was granted [S0-30]', async () => {
      const summary = await seeText(page, /The session has ended/);
      assert.match(summary, /Ana Petrescu/);
      assert.match(summary, /Nothing was recorded/);
      assert.match(summary, /The program on your computer has removed itself and its download/);
      assert.match(await seeText(panel, /What was allowed/), /Marta Kowalenko/);
    });

    it('keeps the session in the rep’s history', async () => {
      await press(panel, 'Home');
      await press(panel, 'History');
      await seeText(panel, /Marta Kowalenko/);
    });
  });

async function withBound<T>(promise: Promise<T>, ms: number, account: () => string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Nothing came of it within ${ms} ms: ${account()}`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
