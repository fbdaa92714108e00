/** Rep and customer at one whiteboard: the rep in the side panel, the customer on a phone, with a finger. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { until } from '../integration/customer-host-x11/x-display.ts';
import { startAtWhiteboard, type AtWhiteboard } from './support/at-whiteboard.ts';
import { fill, press, seeText, textOf } from './support/browser.ts';
import { drag, dragFinger, hasInk, placeOf, seeThings, thingsOn, type DrawnThing } from './support/paper.ts';

const RED = '#c62828';
const BLUE = '#1d5fc2';

describe('Rep and customer at a whiteboard', () => {
  let at: AtWhiteboard;
  let panel: Page;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    at = await startAtWhiteboard({ invited: false });
    ({ panel, page } = at);
  });

  after(async function () {
    this.timeout(60_000);
    await at?.close();
  });

  const kinds = (things: readonly DrawnThing[]) => things.map(({ kind }) => kind);
  const isNear = (box: DrawnThing['box'] | undefined, ...wanted: number[]) =>
    wanted.every((edge, at) => Math.abs((box?.[at] ?? Infinity) - edge) < 25);

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
    await until('the ink', () => hasInk(page, 300, 298, '#1c1f1e'));
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
    await until('the ink', () => hasInk(panel, 1000, 100, RED));
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
    await until('the ink of the circle', () => hasInk(page, 200, 650, BLUE));
    await until('the ink of the line', () => hasInk(page, 1000, 800, BLUE));
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
    await seeThings(panel, (all) => all.length === 5);
    assert.equal((await thingsOn(page)).length, 1);
  });

  it('is there again after either side has loaded anew, and chats go on beside it', async () => {
    await page.reload();
    await seeThings(page, (all) => all.length === 5);
    await panel.reload();
    await press(panel, 'Whiteboard');
    await seeThings(panel, (all) => all.length === 5);
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
    const viewer = await at.stage.rep.extensionPage('viewer.html');
    await seeThings(viewer, (all) => all.length === 5);
    await press(viewer, 'Pencil');
    await drag(viewer, [
      [1300, 500],
      [1500, 600],
    ]);
    for (const side of [page, panel]) await seeThings(side, (all) => all.length === 6);
    await press(viewer, 'Undo');
    await seeThings(page, (all) => all.length === 5);
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
    for (const side of [panel, page]) await seeThings(side, (all) => all.length === 5);
  });
});
