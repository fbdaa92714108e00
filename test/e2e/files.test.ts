/** The rep browses, changes and copies files on the customer's computer, without seeing its screen. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { fill, press, seeText, textOf } from './support/browser.ts';
import { watchCallsFromLoad } from './support/calls.ts';
import { startCustomer, type Customer } from './support/customer.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';
import { askForTool, fetchHost, openTool } from './support/tool-window.ts';

const here = 'This computer';
const there = 'Marta’s computer';
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('Files', function () {
  this.timeout(90_000);
  let stage: Stage;
  let customer: Customer;
  let window: Page;
  /** On the customer's disk, and on the rep's. */
  let theirs: string;
  let own: string;

  before(async function () {
    this.timeout(420_000);
    theirs = realpathSync(mkdtempSync(join(tmpdir(), 'rh-theirs-')));
    own = realpathSync(mkdtempSync(join(tmpdir(), 'rh-own-')));
    mkdirSync(join(theirs, 'Letters/2026'), { recursive: true });
    writeFileSync(join(theirs, 'Letters/one.txt'), randomBytes(70_000));
    writeFileSync(join(theirs, 'Letters/2026/two.txt'), randomBytes(300_000));
    writeFileSync(join(theirs, 'zebra.log'), randomBytes(2_500_000));
    writeFileSync(join(theirs, 'apple.txt'), 'small');
    writeFileSync(join(theirs, '.hidden'), '');
    writeFileSync(join(own, 'driver.bin'), randomBytes(3_000_000));
    writeFileSync(join(own, 'image.iso'), randomBytes(160_000_000));
    stage = await startStage({ host: true });
    customer = await startCustomer(stage.server.origin);
    await askForHelp(customer.page, { name: 'Marta Kowalenko' });
    await seeText(stage.panel, /Marta Kowalenko/);
    await press(stage.panel, 'Accept');
    await seeText(stage.panel, /Marta Kowalenko.*Chat only/);
    await askForTool(stage.panel, 'Files', 'Marta');
    await seeText(customer.page, /Yes, for 15 minutes/);
    await fetchHost(customer);
    window = await openTool(stage, 'Files');
    // From now on the test knows the window's connections, so that it can break one.
    await watchCallsFromLoad(window);
    await window.reload();
    await press(window, 'Files', 30_000);
    await seeText(window, /This computer.*Marta’s computer.*Name/s, 'body', 30_000);
  });
  after(async function () {
    this.timeout(60_000);
    await customer?.close();
    await stage?.stop();
    for (const folder of [theirs, own]) rmSync(folder, { recursive: true, force: true });
  });

  const row = async (side: string, name: string): Promise<ElementHandle<Element>> => {
    const handle = await window.waitForFunction(
      (label, words) =>
        [...document.querySelectorAll<HTMLElement>(`section[aria-label="${label}"] tbody tr`)].find((one) =>
          one.innerText.trim().startsWith(words),
        ) ?? null,
      { timeout: 15_000 },
      side,
      name,
    );
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a row is an element
    return handle as ElementHandle<Element>;
  };
  const names = () =>
    window.$$eval(`section[aria-label="${there}"] tbody th`, (heads) =>
      heads.map((head) => (head as HTMLElement).innerText.trim()),
    );
  const reports = async (words: string) => (await textOf(customer.page)).split(words).length - 1;
  const copies = (form: RegExp, withinMs = 30_000) => seeText(window, form, 'section[aria-label="Copies"]', withinMs);

  it('are browsed with sizes and dates, sorted, found by typing, hidden ones only when wanted [S1-15]', async () => {
    await fill(window, 'Path', theirs);
    await window.keyboard.press('Enter');
    await row(there, 'zebra.log');
    assert.deepEqual(await names(), ['Letters', 'apple.txt', 'zebra.log']);
    const zebra = await row(there, 'zebra.log');
    assert.match(await zebra.evaluate((one) => (one as HTMLElement).innerText), /2\.5 MB\s+\d{4}-\d\d-\d\d \d\d:\d\d/);
    await window.click(`section[aria-label="${there}"] th[data-column="name"] button`);
    assert.deepEqual(await names(), ['Letters', 'zebra.log', 'apple.txt']);
    await window.click(`section[aria-label="${there}"] th[data-column="bytes"] button`);
    assert.deepEqual(await names(), ['Letters', 'apple.txt', 'zebra.log']);
    await (await row(there, 'Letters')).click();
    await window.keyboard.type('ze');
    await seeText(window, /1 thing chosen, 2\.5 MB/);
    await press(window, 'Show hidden files');
    await row(there, '.hidden');
    await press(window, 'Show hidden files');
  });

  it('are made, renamed and deleted, each after asking for what it needs and each in the log once [S1-15]', async () => {
    await press(window, 'New folder');
    await fill(window, 'Name', 'apple.txt');
    await window.keyboard.press('Enter');
    await seeText(window, /This name is in use there/);
    await fill(window, 'Name', 'Old');
    await window.keyboard.press('Enter');
    await (await row(there, 'Old')).click();
    await window.keyboard.press('F2');
    await fill(window, 'Name', 'Older');
    await window.keyboard.press('Enter');
    await row(there, 'Older');
    assert.ok(statSync(join(theirs, 'Older')).isDirectory());
    writeFileSync(join(theirs, 'Older/inside'), 'x'.repeat(1000));
    await (await row(there, 'Older')).click();
    await window.keyboard.press('Delete');
    await seeText(window, /Delete Older\?.*1 file in 1 folder, 1\.0 kB.*for good/);
    assert.ok(existsSync(join(theirs, 'Older/inside')), 'nothing is gone before the answer');
    await window.click('dialog .rh-button-danger-filled');
    await until('the folder gone', () => !existsSync(join(theirs, 'Older')));
    await seeText(customer.page, /Older/);
    await press(stage.panel, 'Chat');
    const log = await seeText(stage.panel, /New folder: .*Old.*Renamed: .*Older now.*Removed: .*Older/);
    assert.equal(log.split('Removed:').length - 1, 1);
  });

  it('are copied from the customer: a file as a download, a folder with all in it into a folder, the same to the last bit [S1-16]', async () => {
    await (await row(there, 'zebra.log')).click();
    await press(window, 'Copy here');
    await copies(/zebra\.log done, checked/);
    await until('the download', () => existsSync(join(stage.rep.downloads, 'zebra.log')));
    assert.equal(sha256(join(stage.rep.downloads, 'zebra.log')), sha256(join(theirs, 'zebra.log')));
    // The browser's own dialog cannot be answered here; the folder of its private disk is as real to the page as any other.
    await window.evaluate(() => {
      Object.assign(globalThis, { showDirectoryPicker: () => navigator.storage.getDirectory() });
    });
    await press(window, 'Open a folder');
    await (await row(there, 'Letters')).click();
    await press(window, 'Copy here');
    await copies(/Letters done, checked/);
    await row(here, 'Letters');
    const hashes = await window.evaluate(async () => {
      const letters = await (await navigator.storage.getDirectory()).getDirectoryHandle('Letters');
      const deeper = await letters.getDirectoryHandle('2026');
      const found: number[][] = [];
      for (const handle of [await letters.getFileHandle('one.txt'), await deeper.getFileHandle('two.txt')]) {
        const bytes = await (await handle.getFile()).arrayBuffer();
        found.push([...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]);
      }
      return found;
    });
    assert.deepEqual(
      hashes.map((hash) => Buffer.from(hash).toString('hex')),
      [sha256(join(theirs, 'Letters/one.txt')), sha256(join(theirs, 'Letters/2026/two.txt'))],
    );
    await press(window, 'Close this folder');
  });

  it('are copied to the customer, and a name in use is asked about first [S1-16]', async () => {
    const choose = async (name: string) => {
      const field = (await window.$(
        'input[type="file"][aria-label="Choose files"]',
      )) as ElementHandle<HTMLInputElement> | null;
      await field?.uploadFile(join(own, name));
      await (await row(here, name)).click();
    };
    await choose('driver.bin');
    await press(window, 'Copy to Marta');
    await copies(/driver\.bin done, checked/);
    assert.equal(sha256(join(theirs, 'driver.bin')), sha256(join(own, 'driver.bin')));
    await press(window, 'Copy to Marta');
    await seeText(window, /driver\.bin is there already.*Nothing is replaced unless you say so/);
    await press(window, 'Keep both');
    await row(there, 'driver (2).bin');
    assert.equal(sha256(join(theirs, 'driver (2).bin')), sha256(join(own, 'driver.bin')));
    await choose('image.iso');
  });

  it('go on where they were when the link breaks in the middle, with their speed and the time that is left [S1-16]', async () => {
    await press(window, 'Clear finished');
    await press(window, 'Copy to Marta');
    await copies(/image\.iso .* of 160 MB, .*\/s, .* left/);
    const bytesThere = () => {
      const half = readdirSync(theirs).find((name) => name.startsWith('.remotehelp-'));
      return half === undefined ? 0 : statSync(join(theirs, half)).size;
    };
    await until('some of it', () => bytesThere() > 20_000_000, 60_000);
    assert.equal(existsSync(join(theirs, 'image.iso')), false, 'nothing under its name yet');
    await window.evaluate(() => {
      for (const connection of globalThis.watchedCalls.connections) {
        connection.close();
        connection.dispatchEvent(new Event('connectionstatechange'));
      }
    });
    await seeText(window, /connection lost, goes on by itself|is interrupted/);
    const atBreak = bytesThere();
    assert.ok(atBreak > 20_000_000, 'what was there waits');
    await copies(/image\.iso done, checked/, 90_000);
    assert.equal(sha256(join(theirs, 'image.iso')), sha256(join(own, 'image.iso')));
    assert.deepEqual(
      readdirSync(theirs).filter((name) => name.startsWith('.remotehelp-')),
      [],
    );
    await until('the log', async () => (await reports('image.iso')) === 1);
  });

  it('stop at once when the customer takes them back, and leave nothing [S1-15] [S1-16]', async () => {
    writeFileSync(join(own, 'endless.img'), '');
    truncateSync(join(own, 'endless.img'), 4_000_000_000);
    const field = (await window.$(
      'input[type="file"][aria-label="Choose files"]',
    )) as ElementHandle<HTMLInputElement> | null;
    await field?.uploadFile(join(own, 'endless.img'));
    await (await row(here, 'endless.img')).click();
    await press(window, 'Copy to Marta');
    await until('its beginning', () => readdirSync(theirs).some((name) => name.startsWith('.remotehelp-')));
    await press(customer.page, 'Take everything back');
    await seeText(window, /Marta is asked first/);
    await until('nothing left', () => !readdirSync(theirs).some((name) => name.startsWith('.remotehelp-')));
    assert.equal(existsSync(join(theirs, 'endless.img')), false);
    await press(stage.panel, 'Chat');
    const log = await seeText(stage.panel, /took back the files/);
    assert.doesNotMatch(log, /endless/);
  });
});
