import assert from 'node:assert/strict';
import { FrameDiff } from '../../../../customer-host/capture/frame-diff.ts';
import { findScroll } from '../../../../customer-host/capture/find-scroll.ts';

const width = 256;
const height = 320;
const whole = { x: 0, y: 0, width, height };

/** A picture whose rows all differ, in the columns from `left` on, and whose first row shows line `firstLine`. */
function aPage(firstLine: number, left = 0): Buffer {
  const picture = Buffer.alloc(width * height * 4, 0xff);
  for (let y = 0; y < height; y += 1) {
    for (let x = left; x < width; x += 1) picture.writeUInt32LE((firstLine + y) * 7919 + x, (y * width + x) * 4);
  }
  return picture;
}

describe('Scrolling', () => {
  it('is found in both directions, with how far it went', () => {
    const up = findScroll(aPage(0), aPage(32), width, whole);
    assert.deepEqual(up, { area: { ...whole, height: height - 32 }, fromY: 32 });
    const down = findScroll(aPage(32), aPage(0), width, whole);
    assert.deepEqual(down, { area: { ...whole, y: 32, height: height - 32 }, fromY: 0 });
  });

  it('is found in one window of the screen', () => {
    const window = { x: 100, y: 40, width: 156, height: 240 };
    const scroll = findScroll(aPage(0, 100), aPage(16, 100), width, window);
    assert.deepEqual(scroll, { area: { ...window, height: 224 }, fromY: 56 });
  });

  it('is not seen in another page, in the same page, or in a blank one', () => {
    assert.equal(findScroll(aPage(0), aPage(5000), width, whole), undefined);
    assert.equal(findScroll(aPage(0), aPage(0), width, whole), undefined);
    assert.equal(
      findScroll(Buffer.alloc(width * height * 4), Buffer.alloc(width * height * 4, 1), width, whole),
      undefined,
    );
  });

  it('leaves only the new lines to be sent', () => {
    const diff = new FrameDiff(width, height);
    diff.commit(aPage(0), diff.changes(aPage(0)));
    const next = aPage(32);
    diff.damage([whole]);
    assert.ok(diff.follow(next, [whole], 1000));
    assert.deepEqual(diff.changes(next), [{ x: 0, y: height - 32, width, height: 32 }]);
  });

  it('is not used where the viewer has no picture yet', () => {
    const diff = new FrameDiff(width, height);
    diff.commit(aPage(0), diff.changes(aPage(0), 1000));
    assert.equal(diff.follow(aPage(32), [whole], 1000), undefined);
  });

  it('always leaves the viewer with exactly the picture of the screen', () => {
    let state = 7;
    const random = (below: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    const diff = new FrameDiff(width, height);
    const viewer = Buffer.alloc(width * height * 4);
    const screen = aPage(0);
    let moves = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      const area = { x: random(60), y: random(60), width: 150 + random(40), height: 180 + random(70) };
      if (turn > 0) scrollUp(screen, area, random(40), () => random(2 ** 31));
      const damaged = turn === 0 ? [whole] : [area];
      diff.damage(damaged);
      const scroll = diff.follow(screen, damaged, 1000);
      if (scroll) copyArea(Buffer.from(viewer), viewer, { ...scroll.area, y: scroll.fromY }, scroll.area);
      if (scroll) moves += 1;
      const areas = diff.changes(screen);
      diff.commit(screen, areas);
      for (const each of areas) copyArea(screen, viewer, each, each);
      assert.ok(viewer.equals(screen), `turn ${turn}`);
    }
    assert.ok(moves > 20, `${moves} moves`);
  });
});

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function copyArea(source: Buffer, target: Buffer, from: Area, to: Area): void {
  for (let row = 0; row < to.height; row += 1) {
    const start = ((from.y + row) * width + from.x) * 4;
    source.copy(target, ((to.y + row) * width + to.x) * 4, start, start + to.width * 4);
  }
}

function scrollUp(screen: Buffer, area: Area, rows: number, colour: () => number): void {
  const kept = { ...area, height: area.height - rows };
  copyArea(Buffer.from(screen), screen, { ...kept, y: area.y + rows }, kept);
  for (let y = area.y + kept.height; y < area.y + area.height; y += 1) {
    for (let x = area.x; x < area.x + area.width; x += 1) screen.writeUInt32LE(colour(), (y * width + x) * 4);
  }
}
