/** What comes onto a whiteboard from outside, and the ways for it to leave the page: file, clipboard, paper. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { startAtWhiteboard, type AtWhiteboard } from './support/at-whiteboard.ts';
import { press, seeText } from './support/browser.ts';
import { endAsCustomer } from './support/end-session.ts';
import { startFirefox } from './support/firefox.ts';
import { coloursIn, drag, hasInk, isInk, seeThings, thingsOn } from './support/paper.ts';
import { startRepInFirefox } from './support/rep-in-firefox.ts';

const RED = '#c62828';
const BLUE = '#1d5fc2';

describe('A whiteboard with pictures, saved, copied and printed', () => {
  let at: AtWhiteboard;
  let panel: Page;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    at = await startAtWhiteboard({ invited: true });
    ({ panel, page } = at);
  });

  after(async function () {
    this.timeout(60_000);
    await at?.close();
  });

  const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
  const fileField = async (of: Page) => (await of.$('.rh-board input[type=file]')) as ElementHandle<HTMLInputElement>;
  const pressMenu = async (of: Page, item: string) => {
    await press(of, 'More');
    await press(of, item);
  };

  before(async () => {
    await press(panel, 'Line width: medium');
    await press(panel, 'Thick');
    for (const [colour, next, tool, from, to] of [
      ['black', 'Red', 'Rectangle', [800, 100], [1200, 300]],
      ['red', 'Blue', 'Circle', [200, 500], [500, 800]],
    ] as const) {
      await press(panel, `Line color: ${colour}`);
      await press(panel, next);
      await press(panel, tool);
      await drag(panel, [from, to]);
    }
    await seeThings(page, (all) => all.length === 2);
  });

  it('opens a picture for both, and refuses one that would fill the memory before it is unpacked [S0-109] [H-60]', async () => {
    const files = at.stage.rep.profile;
    const picture = new PNG({ width: 400, height: 300 });
    for (let at = 0; at < picture.data.length; at += 4) picture.data.set([43, 122, 61, 255], at);
    writeFileSync(join(files, 'front cover.png'), PNG.sync.write(picture));
    await (await fileField(panel)).uploadFile(join(files, 'front cover.png'));
    const things = await seeThings(page, (all) => all.length === 3);
    const edges = [600, 350, 1000, 650];
    const box = things[2]?.box ?? [];
    assert.ok(
      edges.every((edge, side) => Math.abs((box[side] ?? 0) - edge) < 25),
      String(box),
    );
    await until('the picture', () => hasInk(page, 800, 400, '#2b7a3d'));
    const head = Buffer.alloc(200);
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head);
    head.writeUInt32BE(30_000, 16);
    head.writeUInt32BE(30_000, 20);
    writeFileSync(join(files, 'huge.png'), head);
    await (await fileField(panel)).uploadFile(join(files, 'huge.png'));
    await seeText(panel, /This picture is too large to open/);
    assert.equal((await thingsOn(page)).length, 3);
  });

  it('saves the tab as a PNG with everything at its place and nothing of the panel [S0-113]', async () => {
    await pressMenu(panel, 'Save as PNG');
    let file = '';
    await until('the file', () => {
      file = filesIn(at.stage.rep.downloads).find((name) => name.endsWith('.png')) ?? '';
      return file !== '';
    });
    assert.equal(file, 'Whiteboard 1 Board 1.png');
    const path = join(at.stage.rep.downloads, file);
    await until('the whole file', () => readFileSync(path).subarray(-8, -4).toString('latin1') === 'IEND');
    const png = PNG.sync.read(readFileSync(path));
    assert.deepEqual([png.width, png.height], [3200, 2000]);
    const pixel = (x: number, y: number) => [...png.data.subarray((y * 2 * png.width + x * 2) * 4).subarray(0, 3)];
    assert.ok(isInk(pixel(1000, 100), RED), 'the rectangle');
    assert.ok(isInk(pixel(200, 650), BLUE), 'the circle');
    assert.ok(isInk(pixel(800, 400), '#2b7a3d'), 'the picture');
    assert.deepEqual(pixel(1500, 950), [255, 255, 255], 'paper');
  });

  it('copies the tab as a picture into the clipboard [S0-114]', async () => {
    await at.customers.browser
      .defaultBrowserContext()
      .overridePermissions(at.stage.server.origin, ['clipboard-read', 'clipboard-sanitized-write']);
    await page.bringToFront();
    await pressMenu(page, 'Copy as picture');
    await seeText(page, /Copied\. Paste it wherever pictures go\./);
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const picture = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
      const paper = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      paper?.drawImage(picture, 0, 0);
      const points = [
        [1000, 100],
        [200, 650],
      ] as const;
      const colours = points.map(([x, y]) => [...(paper?.getImageData(x * 2, y * 2, 1, 1).data.slice(0, 3) ?? [])]);
      return { size: [picture.width, picture.height], rectangle: colours[0] ?? [], circle: colours[1] ?? [] };
    });
    assert.deepEqual(copied.size, [3200, 2000]);
    assert.ok(isInk(copied.rectangle, RED), 'the rectangle');
    assert.ok(isInk(copied.circle, BLUE), 'the circle');
  });

  it('prints the tab alone, without the page around it [S0-112]', async () => {
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await pressMenu(page, 'Print');
    await page.waitForSelector('[data-printed] > .rh-board-sheet');
    await page.emulateMediaType('print');
    const words = await page.evaluate(() => document.body.innerText.trim());
    const { left, top, width } = await page.$eval(
      '.rh-board-sheet',
      (sheet) => sheet.getBoundingClientRect().toJSON() as DOMRect,
    );
    // The upper edge of the red rectangle, which is some pixels thick here.
    const [x, y] = [Math.round(left + (1000 / 1600) * width), Math.round(top + (100 / 1600) * width)];
    const printed = PNG.sync.read(Buffer.from(await page.screenshot({ clip: { x, y: y - 3, width: 1, height: 7 } })));
    await page.emulateMediaType('screen');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(words, '');
    const painted = coloursIn(printed);
    assert.ok(
      painted.some((colour) => isInk(colour, RED)),
      painted.join(' '),
    );
    assert.equal(await page.$('.rh-board-sheet'), null);
  });

  it('can still be saved by both when the session is over', async () => {
    await endAsCustomer(page);
    await seeText(page, /Save the whiteboard “Board 1”/);
    rmSync(join(at.stage.rep.downloads, 'Whiteboard 1 Board 1.png'));
    await press(panel, 'Save the whiteboard “Board 1”');
    await until('the file', () => filesIn(at.stage.rep.downloads).includes('Whiteboard 1 Board 1.png'));
  });
});

describe('A whiteboard, both sides in Firefox', () => {
  let at: AtWhiteboard;

  before(async function () {
    this.timeout(240_000);
    at = await startAtWhiteboard({ invited: true, repAtWork: startRepInFirefox, startOfCustomer: startFirefox });
  });

  after(async function () {
    this.timeout(60_000);
    await at?.close();
  });

  it('shows each what the other draws, and the customer takes the own stroke back [S0-100]', async () => {
    const { panel, page } = at;
    await drag(page, [
      [200, 200],
      [600, 500],
    ]);
    await seeThings(panel, (all) => all.length === 1);
    await drag(panel, [
      [900, 200],
      [1200, 700],
    ]);
    await seeThings(page, (all) => all.length === 2);
    await press(page, 'Undo');
    const [left] = await seeThings(panel, (all) => all.length === 1);
    assert.ok(Math.abs((left?.box[0] ?? 0) - 900) < 25, 'the rep’s own stroke stays');
  });
});
