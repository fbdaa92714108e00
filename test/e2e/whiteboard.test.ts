/** Rep and customer at one whiteboard: the rep in the side panel, the customer on a phone, with a finger. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { fill, press, seeText, startBrowser, textOf, type TestBrowser } from './support/browser.ts';
import { endAsCustomer } from './support/end-session.ts';
import { drag, dragFinger, inkAt, isInk, placeOf, seeThings, thingsOn, type DrawnThing } from './support/paper.ts';
import { startFirefox } from './support/firefox.ts';
import { startRepInFirefox } from './support/rep-in-firefox.ts';
import { askForHelp, startStage, type Stage } from './support/stage.ts';

const RED = '#c62828';
const BLUE = '#1d5fc2';
const phone = { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

describe('Rep and customer at a whiteboard', () => {
  let stage: Stage;
  let panel: Page;
  let customers: TestBrowser;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    stage = await startStage();
    panel = stage.panel;
    customers = await startBrowser();
    page = (await customers.browser.pages())[0] ?? (await customers.browser.newPage());
    await page.setViewport(phone);
    await page.goto(stage.server.origin);
    await askForHelp(page, { name: 'Marta Kowalenko' });
    await press(panel, 'All requests');
    await press(panel, 'Accept');
    await seeText(page, /Ana Petrescu joined/);
  });

  after(async function () {
    this.timeout(60_000);
    await customers?.close();
    await stage?.stop();
  });

  const kinds = (things: readonly DrawnThing[]) => things.map(({ kind }) => kind);
  const isNear = (box: DrawnThing['box'] | undefined, ...wanted: number[]) =>
    wanted.every((edge, at) => Math.abs((box?.[at] ?? Infinity) - edge) < 25);
  const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
  const fileField = async (of: Page) => (await of.$('.rh-board input[type=file]')) as ElementHandle<HTMLInputElement>;
  const pressMenu = async (of: Page, item: string) => {
    await press(of, 'More');
    await press(of, item);
  };

  it('begins with an invitation in the chat, which the customer may decline, and opens on the yes [S0-100] [S0-101]', async () => {
    await press(panel, 'Draw together on a whiteboard');
    await seeText(page, /Draw together with Ana\? .*Ana sees nothing else of your computer/);
    await seeText(panel, /Marta is asked whether to draw together/);
    await press(page, 'No');
    await seeText(panel, /Marta said no to the whiteboard/);
    assert.equal(await panel.$('.rh-board-paper'), null);
    await press(panel, 'Draw together on a whiteboard');
    await press(page, 'Open the whiteboard');
    for (const side of [panel, page]) await side.waitForSelector('.rh-board-paper', { visible: true });
  });

  it('lets the customer follow the rep’s pencil while it is still down, as it teaches [S0-103] [S4-03]', async () => {
    await drag(
      panel,
      [
        [100, 100],
        [300, 300],
        [500, 120],
      ],
      false,
    );
    const [growing] = await seeThings(page, ([stroke]) => (stroke?.box[2] ?? 0) > 450);
    assert.equal(growing?.kind, 'stroke');
    assert.match(await textOf(panel, '.rh-board-contents'), /^0 things/, 'it is not put down yet');
    await panel.mouse.up();
    await seeText(page, /1 thing on this tab/);
    assert.ok(isNear((await thingsOn(page))[0]?.box, 100, 100, 500, 300));
    const place = await placeOf(page, 300, 300);
    assert.ok(place.x > 0);
    await until('the ink', async () => isInk(await inkAt(page, 300, 298), '#1c1f1e'));
  });

  it('draws with a finger on a phone in the chosen color and width, and the rep sees it [S0-110] [S0-111] [S0-107]', async () => {
    await press(page, 'Line color: black');
    await press(page, 'Red');
    await press(page, 'Line width: medium');
    await press(page, 'Thick');
    await press(page, 'Rectangle');
    await dragFinger(page, [
      [800, 100],
      [1000, 250],
      [1200, 400],
    ]);
    const things = await seeThings(panel, (all) => all.length === 2);
    const rectangle = things[1];
    assert.equal(rectangle?.kind, 'rectangle');
    assert.equal(rectangle?.colour, 'rgb(198, 40, 40)');
    assert.equal(rectangle?.width, '14px');
    assert.ok(isNear(rectangle?.box, 800, 100, 1200, 400));
    await until('the ink', async () => isInk(await inkAt(panel, 1000, 100), RED));
  });

  it('makes circles and lines of a drag [S0-106] [S0-108]', async () => {
    await press(panel, 'Line color: black');
    await press(panel, 'Blue');
    await press(panel, 'Circle');
    await drag(panel, [
      [200, 500],
      [500, 800],
    ]);
    await press(panel, 'Line');
    await drag(panel, [
      [700, 800],
      [1300, 800],
    ]);
    const things = await seeThings(page, (all) => all.length === 4);
    assert.deepEqual(kinds(things), ['stroke', 'rectangle', 'circle', 'line']);
    assert.ok(isNear(things[2]?.box, 200, 500, 500, 800));
    await until('the ink of the circle', async () => isInk(await inkAt(page, 200, 650), BLUE));
    await until('the ink of the line', async () => isInk(await inkAt(page, 1000, 800), BLUE));
  });

  it('writes words where somebody pressed, safe whatever they are [S0-105]', async () => {
    await press(panel, 'Text');
    const place = await placeOf(panel, 900, 600);
    await panel.mouse.click(place.x, place.y);
    await panel.waitForSelector('.rh-board-writing');
    await panel.keyboard.type('Press <b>here</b>');
    await panel.keyboard.press('Enter');
    const things = await seeThings(page, (all) => all.length === 5);
    assert.equal(things[4]?.words, 'Press <b>here</b>');
    assert.ok(Math.abs((things[4]?.box[0] ?? 0) - 900) < 25);
    assert.equal(await page.$('.rh-board-paper b'), null);
  });

  it('selects and moves a thing, also one that the other side drew [S0-102]', async () => {
    await press(panel, 'Select and move');
    await drag(panel, [
      [1000, 100],
      [1000, 160],
      [1000, 200],
    ]);
    await seeThings(page, (all) => isNear(all[1]?.box, 800, 200, 1200, 500));
  });

  it('erases what the eraser touches, and only the eraser’s owner takes that back [S0-104]', async () => {
    await press(page, 'Eraser');
    await dragFinger(page, [
      [1000, 740],
      [1000, 800],
      [1000, 860],
    ]);
    await seeThings(panel, (all) => all.length === 4 && !kinds(all).includes('line'));
    await press(panel, 'Undo');
    await seeThings(page, (all) => isNear(all[1]?.box, 800, 100, 1200, 400));
    assert.ok(!kinds(await thingsOn(panel)).includes('line'), 'the rep’s undo takes the rep’s own move back');
    await press(page, 'Undo');
    await seeThings(panel, (all) => kinds(all).join() === 'stroke,rectangle,circle,line,text');
  });

  it('makes, moves and erases shapes by keys alone, and says in words what is there', async () => {
    await panel.focus('.rh-board-paper');
    await panel.keyboard.press('r');
    await panel.keyboard.press('Enter');
    const [before] = (await seeThings(page, (all) => all.length === 6)).slice(-1);
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('ArrowDown');
    await seeThings(page, (all) => Math.abs((all[5]?.box[1] ?? 0) - (before?.box[1] ?? 0) - 20) < 4);
    await panel.click('.rh-board-contents summary');
    await seeText(panel, /Text “Press <b>here<\/b>”, blue, by Ana .*Rectangle, blue, by Ana/);
    await seeText(panel, /Rectangle, red, by Marta/);
    await panel.focus('.rh-board-paper');
    await panel.keyboard.press('Delete');
    await seeThings(page, (all) => all.length === 5);
    await panel.click('.rh-board-contents summary');
  });

  it('opens a picture for both, and refuses one that would fill the memory before it is unpacked [S0-109] [H-60]', async () => {
    const files = stage.rep.profile;
    const picture = new PNG({ width: 400, height: 300 });
    for (let at = 0; at < picture.data.length; at += 4) picture.data.set([43, 122, 61, 255], at);
    writeFileSync(join(files, 'front cover.png'), PNG.sync.write(picture));
    await (await fileField(panel)).uploadFile(join(files, 'front cover.png'));
    const things = await seeThings(page, (all) => all.length === 6);
    assert.ok(isNear(things[5]?.box, 600, 350, 1000, 650));
    await until('the picture', async () => isInk(await inkAt(page, 800, 400), '#2b7a3d'));
    const head = Buffer.alloc(200);
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head);
    head.writeUInt32BE(30_000, 16);
    head.writeUInt32BE(30_000, 20);
    writeFileSync(join(files, 'huge.png'), head);
    await (await fileField(panel)).uploadFile(join(files, 'huge.png'));
    await seeText(panel, /This picture is too large to open/);
    assert.equal((await thingsOn(page)).length, 6);
  });

  it('saves the tab as a PNG with everything at its place and nothing of the panel [S0-113]', async () => {
    await pressMenu(panel, 'Save as PNG');
    let file = '';
    await until('the file', () => {
      file = filesIn(stage.rep.downloads).find((name) => name.endsWith('.png')) ?? '';
      return file !== '';
    });
    assert.equal(file, 'Whiteboard 1 Board 1.png');
    const path = join(stage.rep.downloads, file);
    await until('the whole file', () => readFileSync(path).subarray(-8, -4).toString('latin1') === 'IEND');
    const png = PNG.sync.read(readFileSync(path));
    assert.deepEqual([png.width, png.height], [3200, 2000]);
    const at = (x: number, y: number) => [...png.data.subarray((y * 2 * png.width + x * 2) * 4).subarray(0, 3)];
    assert.ok(isInk(at(1000, 100), RED), 'the rectangle');
    assert.ok(isInk(at(200, 650), BLUE), 'the circle');
    assert.ok(isInk(at(800, 400), '#2b7a3d'), 'the picture');
    assert.deepEqual(at(1500, 950), [255, 255, 255], 'paper');
  });

  it('copies the tab as a picture into the clipboard [S0-114]', async () => {
    await customers.browser
      .defaultBrowserContext()
      .overridePermissions(stage.server.origin, ['clipboard-read', 'clipboard-sanitized-write']);
    await page.bringToFront();
    await pressMenu(page, 'Copy as picture');
    await seeText(page, /Copied\. Paste it wherever pictures go\./);
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const picture = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
      return [picture.width, picture.height];
    });
    assert.deepEqual(size, [3200, 2000]);
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
    const painted = Array.from({ length: printed.height }, (_, at) => [
      ...printed.data.subarray(at * printed.width * 4, at * printed.width * 4 + 3),
    ]);
    assert.ok(
      painted.some((colour) => isInk(colour, RED)),
      painted.join(' '),
    );
    assert.equal(await page.$('.rh-board-sheet'), null);
  });

  it('adds a tab for both, and each keeps what lies on it [S0-115]', async () => {
    await press(panel, 'Add a tab');
    await seeText(page, /Board 1 Board 2/);
    await seeThings(page, (all) => all.length === 0);
    await press(page, 'Pencil');
    await dragFinger(page, [
      [400, 400],
      [600, 600],
    ]);
    await seeThings(panel, (all) => kinds(all).join() === 'stroke');
    await press(panel, 'Board 1');
    await seeThings(panel, (all) => all.length === 6);
    assert.equal((await thingsOn(page)).length, 1);
  });

  it('is there again after either side has loaded anew, and chats go on beside it', async () => {
    await page.reload();
    await seeThings(page, (all) => all.length === 6);
    await panel.reload();
    await press(panel, 'Whiteboard');
    await seeThings(panel, (all) => all.length === 6);
    await press(page, 'Chat');
    await fill(page, 'Write to Ana', 'I see the cover now.');
    await press(page, 'Send');
    await seeText(panel, /Chat 1/);
    await panel.focus('.rh-board-paper');
    await panel.keyboard.down('Alt');
    await panel.keyboard.press('c');
    await panel.keyboard.up('Alt');
    await seeText(panel, /I see the cover now\./);
  });

  it('has a window of its own for the rep, where there is more room', async () => {
    await press(page, 'Whiteboard');
    await press(panel, 'Whiteboard');
    await press(panel, 'Open in a window');
    const viewer = await stage.rep.extensionPage('viewer.html');
    await seeThings(viewer, (all) => all.length === 6);
    await press(viewer, 'Pencil');
    await drag(viewer, [
      [1300, 500],
      [1500, 600],
    ]);
    for (const side of [page, panel]) await seeThings(side, (all) => all.length === 7);
    await press(viewer, 'Undo');
    await seeThings(page, (all) => all.length === 6);
    await viewer.close();
  });

  it('is closed by the customer for both, and opens again with everything on it', async () => {
    await press(page, 'Close the whiteboard');
    await seeText(panel, /Marta closed the whiteboard/);
    await seeText(page, /closed the whiteboard/);
    assert.equal(await panel.$('.rh-board-paper'), null);
    await press(page, 'Draw together on a whiteboard');
    await seeText(panel, /Marta would like to draw together/);
    await press(panel, 'Open the whiteboard');
    for (const side of [panel, page]) await seeThings(side, (all) => all.length === 6);
  });

  it('can still be saved by both when the session is over', async () => {
    await endAsCustomer(page);
    await seeText(page, /Save the whiteboard “Board 1”.*Save the whiteboard “Board 2”/);
    await seeText(panel, /Save the whiteboard “Board 1”/);
    await press(panel, 'Save the whiteboard “Board 2”');
    await until('the file', () => filesIn(stage.rep.downloads).includes('Whiteboard 2 Board 2.png'));
  });
});

describe('Rep and customer at a whiteboard, both in Firefox', () => {
  let stage: Stage;
  let customers: TestBrowser;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    stage = await startStage({ repAtWork: startRepInFirefox });
    customers = await startFirefox();
    page = (await customers.browser.pages())[0] ?? (await customers.browser.newPage());
    await page.goto(stage.server.origin);
    await askForHelp(page, { name: 'Marta Kowalenko' });
    await press(stage.panel, 'All requests');
    await press(stage.panel, 'Accept');
    await seeText(page, /Ana Petrescu joined/);
  });

  after(async function () {
    this.timeout(60_000);
    await customers?.close();
    await stage?.stop();
  });

  it('see each other draw, and the customer takes the own stroke back [S0-100]', async () => {
    await press(stage.panel, 'Draw together on a whiteboard');
    await press(page, 'Open the whiteboard');
    const strokes = (count: number) => (things: readonly DrawnThing[]) => things.length === count;
    await drag(page, [
      [200, 200],
      [600, 500],
    ]);
    await seeThings(stage.panel, strokes(1));
    await drag(stage.panel, [
      [900, 200],
      [1200, 700],
    ]);
    await seeThings(page, strokes(2));
    await press(page, 'Undo');
    const [left] = await seeThings(stage.panel, strokes(1));
    assert.ok(Math.abs((left?.box[0] ?? 0) - 900) < 25, 'the rep’s own stroke stays');
  });
});
