/** Files in a chat, given and taken by hand in real browsers. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import sharp from 'sharp';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { press, seeText, startBrowser, textOf, type TestBrowser } from './support/browser.ts';
import { endAsCustomer } from './support/end-session.ts';
import { startFirefox } from './support/firefox.ts';
import { startRepInFirefox } from './support/rep-in-firefox.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';

describe('Files in a chat', function () {
  let stage: Stage;
  let customers: TestBrowser;
  let again: ServerProcess | undefined;
  let panel: Page;
  let page: Page;
  const files = mkdtempSync(join(tmpdir(), 'rh-files-'));

  before(async function () {
    this.timeout(240_000);
    stage = await startStage();
    panel = stage.panel;
    customers = await startBrowser();
    page = await customers.browser.newPage();
    await page.goto(stage.server.origin);
    await askForHelp(page, { name: 'Marta Kowalenko' });
    await press(panel, 'Accept');
    await seeText(page, /Ana Petrescu joined/);
  });
  after(async function () {
    this.timeout(60_000);
    await customers?.close();
    await again?.stop();
    await stage?.stop();
    rmSync(files, { recursive: true, force: true });
  });

  /** A file on the disk of whoever sends it. */
  const aFile = (name: string, content: Buffer) => {
    const path = join(files, name);
    writeFileSync(path, content);
    return { path, content };
  };

  it('go from the customer by the paper clip: Upload completed, and the rep opens the link in the chat [S0-79] [S0-80] [S0-81]', async () => {
    const { path, content } = aFile('Test page.pdf', randomBytes(1_400_000));
    await press(page, 'Send a file');
    await choose(page, path);
    await seeText(page, /Test page\.pdf Upload completed · 1\.4 MB \d\d:\d\d/);
    await seeText(panel, /Test page\.pdf File · 1\.4 MB/);
    await press(panel, 'Test page.pdf');
    assert.ok((await saved(stage.rep.downloads, 'Test page.pdf', content.length)).equals(content));
  });

  it('go from the rep by the paper clip, several at once, and the customer opens them [S0-79] [S0-80] [S0-81]', async () => {
    const first = aFile('Prüfung 1.txt', Buffer.from('First look at the lamp.'));
    const second = aFile('Second.txt', randomBytes(600_000));
    await choose(panel, first.path, second.path);
    await seeText(panel, /Prüfung 1\.txt Upload completed.*Second\.txt Upload completed/);
    await seeText(page, /Prüfung 1\.txt.*Second\.txt/);
    for (const [name, { content }] of [
      ['Prüfung 1.txt', first],
      ['Second.txt', second],
    ] as const) {
      await press(page, `Download ${name}`);
      assert.ok((await saved(customers.downloads, name, content.length)).equals(content));
    }
  });

  it('are no programs: each side reads why, and what to do instead [S0-82]', async () => {
    for (const name of ['setup.exe', 'setup.msi', 'setup.bat', 'setup.sh', 'setup.cmd']) {
      const { path } = aFile(name, Buffer.from('x'));
      const ending = name.slice(name.indexOf('.') + 1);
      await choose(page, path);
      await seeText(
        page,
        new RegExp(`Programs cannot be sent here \\(\\.${ending}\\)\\. Ask Ana Petrescu to use the shared files\\.`),
      );
      await press(page, `Put ${name} away`);
    }
    const { path } = aFile('holiday.png', Buffer.from('4d5a90000300000004000000', 'hex'));
    await choose(panel, path);
    await seeText(panel, /This is a program under another name\. An administrator can put it into the shared files/);
    await press(panel, 'Put holiday.png away');
    assert.doesNotMatch(await textOf(page), /holiday|setup/);
  });

  it('can be dropped anywhere on the page and on the panel [S0-79]', async () => {
    for (const [from, to] of [
      [page, panel],
      [panel, page],
    ] as const) {
      const name = from === page ? 'dropped by Marta.txt' : 'dropped by Ana.txt';
      await drop(from, aFile(name, Buffer.from('dropped')).path);
      await seeText(from, new RegExp(`${name} Upload completed`));
      await seeText(to, new RegExp(name));
    }
  });

  it('are shown as pictures, pasted ones too, and open larger [S0-79] [S0-81]', async () => {
    const { origin } = stage.server;
    await customers.browser
      .defaultBrowserContext()
      .overridePermissions(origin, ['clipboard-sanitized-write', 'clipboard-write']);
    const drawn = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a33a20' } })
      .png()
      .toBuffer();
    await page.bringToFront();
    await page.click('textarea');
    await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const picture = new Blob([bytes], { type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    }, drawn.toString('base64'));
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    await seeText(page, /\.png Upload completed/);
    for (const shown of [page, panel]) {
      const small = await shown.waitForSelector('.rh-file-picture img', { timeout: 15_000 });
      await until('the small picture', async () => (await widthOf(small)) === 560);
      await shown.click('.rh-file-picture');
      await until('the large picture', async () => (await widthOf(await shown.$('.rh-picture-view > img'))) === 900);
      await shown.keyboard.press('Escape');
      await until('the picture to close', async () => (await shown.$('.rh-picture-view')) === null);
    }
  });

  it('of the organisation are sent with one press, from the chat and from Shortcuts, programs too [S0-83]', async () => {
    const driver = Buffer.concat([Buffer.from('4d5a9000', 'hex'), randomBytes(200_000)]);
    const { origin } = stage.server;
    const shared = await fetch(`${origin}/shared-files/top`, {
      method: 'POST',
      headers: {
        origin,
        cookie: stage.administrator.browser.cookie ?? '',
        'content-type': 'application/octet-stream',
        'x-file-name': 'printer-driver.exe',
      },
      body: driver,
    });
    assert.equal(shared.status, 200);
    await press(panel, 'Send a shared file');
    await press(panel, 'printer-driver.exe 200 kB');
    await seeText(page, /printer-driver\.exe File · 200 kB/);
    await press(page, 'printer-driver.exe');
    assert.ok((await saved(customers.downloads, 'printer-driver.exe', driver.length)).equals(driver));

    await press(panel, 'Home');
    await press(panel, 'Shortcuts');
    await press(panel, 'Send printer-driver.exe to Marta');
    await seeText(panel, /(printer-driver\.exe Upload completed.*){2}/);
    await seeText(page, /(printer-driver\.exe File.*){2}/);
  });

  it('go on by themselves after the server was killed in the middle, and can be called off [S0-79] [S0-80]', async () => {
    const { server } = stage;
    const { path, content } = aFile('film.bin', randomBytes(6_000_000));
    const slow = await page.createCDPSession();
    await slow.send('Network.enable');
    const speed = (uploadThroughput: number) =>
      slow.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput,
      });
    await speed(1_000_000);
    await choose(page, path);
    await seeText(page, /film\.bin [1-9]\d? %/);
    await server.kill9();
    await seeText(page, /film\.bin No connection\. Goes on by itself\./);
    again = await startServerProcess({ dataFolder: server.dataFolder, port: server.port });
    await seeText(page, /film\.bin \d+ %, \d+ s/, 'body', 30_000);
    await speed(-1);
    await seeText(page, /film\.bin Upload completed · 6\.0 MB/, 'body', 30_000);
    await seeText(panel, /film\.bin/, 'body', 30_000);
    await press(panel, 'Download film.bin');
    assert.ok((await saved(stage.rep.downloads, 'film.bin', content.length)).equals(content));

    const unwanted = aFile('unwanted.bin', randomBytes(6_000_000));
    await speed(500_000);
    await choose(page, unwanted.path);
    await seeText(page, /unwanted\.bin [1-9]\d? %/);
    await press(page, 'Do not send unwanted.bin');
    await seeText(page, /^(?!.*unwanted).*$/);
    await speed(-1);
    assert.doesNotMatch(await textOf(panel), /unwanted/);
  }).timeout(120_000);

  it('can still be had after the end: by the customer beside the summary, by the rep from History [S0-81]', async () => {
    await endAsCustomer(page);
    const summary = await seeText(page, /Files They can be downloaded until you leave this page\. .*Test page\.pdf/);
    assert.doesNotMatch(summary, /No file left your computer/);
    await press(page, 'Download dropped by Ana.txt');
    assert.equal((await saved(customers.downloads, 'dropped by Ana.txt', 7)).toString(), 'dropped');
    await press(panel, 'Put away');
    await press(panel, 'History');
    await panel.waitForSelector('main .rh-list-row', { timeout: 15_000 });
    await press(panel, 'Marta Kowalenko');
    await seeText(panel, /dropped by Marta\.txt/);
    await press(panel, 'Download dropped by Marta.txt');
    assert.equal((await saved(stage.rep.downloads, 'dropped by Marta.txt', 7)).toString(), 'dropped');
  });
});

describe('Files in a chat, both in Firefox', function () {
  let stage: Stage;
  let customers: TestBrowser;
  const files = mkdtempSync(join(tmpdir(), 'rh-files-'));

  before(async function () {
    this.timeout(300_000);
    stage = await startStage({ repAtWork: startRepInFirefox });
    customers = await startFirefox();
  });
  after(async function () {
    this.timeout(60_000);
    await customers?.close();
    await stage?.stop();
    rmSync(files, { recursive: true, force: true });
  });

  it('go from the sidebar to the customer and back, byte for byte [S0-79] [S0-80] [S0-81]', async () => {
    const { panel } = stage;
    const page = await customers.browser.newPage();
    await page.goto(stage.server.origin);
    await askForHelp(page, { name: 'Marta' });
    await press(panel, 'Accept');
    await seeText(page, /Ana Petrescu joined/);
    const content = randomBytes(1_300_000);
    for (const [from, to, name, downloads] of [
      [page, panel, 'scan.pdf', stage.rep.downloads],
      [panel, page, 'answer.pdf', customers.downloads],
    ] as const) {
      const path = join(files, name);
      writeFileSync(path, content);
      await choose(from, path);
      await seeText(from, new RegExp(`${name} Upload completed · 1\\.3 MB`));
      await seeText(to, new RegExp(`${name} File · 1\\.3 MB`));
      await press(to, `Download ${name}`);
      assert.ok((await saved(downloads, name, content.length)).equals(content));
    }
  }).timeout(120_000);
});

/** What a person does in the system's dialog, which no test can reach. */
async function choose(page: Page, ...paths: string[]): Promise<void> {
  const input = (await page.waitForSelector('input[type=file]', {
    timeout: 15_000,
  })) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(...paths);
  await input.dispose();
}

/** Drops a file of the disk in the middle, as the browser gets it from the desktop. */
async function drop(page: Page, path: string): Promise<void> {
  const session = await page.createCDPSession();
  const [x, y] = await page.evaluate(() => [innerWidth / 2, innerHeight / 2]);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  const at = { x: x ?? 0, y: y ?? 0, data };
  for (const type of ['dragEnter', 'dragOver'] as const) await session.send('Input.dispatchDragEvent', { type, ...at });
  await seeText(page, /Drop to send/);
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...at });
  await session.detach();
}

async function widthOf(image: ElementHandle<Element> | null): Promise<number> {
  return (await image?.evaluate((element) => (element as HTMLImageElement).naturalWidth)) ?? 0;
}

/** The file as it was saved, once all of it is there. */
async function saved(folder: string, name: string, bytes: number): Promise<Buffer> {
  const path = join(folder, name);
  const whole = () => existsSync(path) && readFileSync(path).length === bytes;
  await until(`${name} in ${existsSync(folder) ? readdirSync(folder).join() : folder}`, whole, 30_000);
  return readFileSync(path);
}
