import assert from 'node:assert/strict';
import { FrameDiff } from '../../../../customer-host/capture/frame-diff.ts';
import type { Rectangle } from '../../../../customer-host/capture/rectangle.ts';

const width = 200;
const height = 50;
const wholeScreen: Rectangle = { x: 0, y: 0, width, height };

describe('finding what changed between two frames', () => {
  it('names the whole screen the first time', () => {
    assert.deepEqual(new FrameDiff(width, height).changes(aFrame()), [wholeScreen]);
  });

  it('finds nothing where only damage was reported', () => {
    const diff = aDiffThatSent(aFrame());
    diff.damage([wholeScreen]);
    assert.deepEqual(diff.changes(aFrame()), []);
  });

  it('looks only where damage was reported', () => {
    const diff = aDiffThatSent(aFrame());
    assert.deepEqual(diff.changes(aFrame([5, 5], [150, 40])), []);
    diff.damage([{ x: 0, y: 0, width: 10, height: 10 }]);
    assert.deepEqual(diff.changes(aFrame([5, 5], [150, 40])), [{ x: 0, y: 0, width: 64, height: 16 }]);
  });

  it('keeps apart what changed far apart in the same rows', () => {
    const diff = aDiffThatSent(aFrame());
    diff.damage([wholeScreen]);
    assert.deepEqual(diff.changes(aFrame([0, 20], [199, 31])), [
      { x: 0, y: 16, width: 64, height: 16 },
      { x: 192, y: 16, width: 8, height: 16 },
    ]);
  });

  it('joins bands above each other, down to the last row of the screen', () => {
    const diff = aDiffThatSent(aFrame());
    diff.damage([wholeScreen]);
    assert.deepEqual(diff.changes(aFrame([70, 0], [70, 16], [70, 32], [70, 49])), [
      { x: 64, y: 0, width: 64, height: 50 },
    ]);
  });

  it('names a change again until it has been sent', () => {
    const diff = aDiffThatSent(aFrame());
    const frame = aFrame([1, 1]);
    diff.damage([{ x: 1, y: 1, width: 1, height: 1 }]);
    const first = diff.changes(frame);
    assert.deepEqual(diff.changes(frame), first);
    diff.commit(frame, first);
    assert.deepEqual(diff.changes(frame), []);
    diff.damage([wholeScreen]);
    assert.deepEqual(diff.changes(frame), []);
  });

  it('finds a change that was taken back', () => {
    const diff = aDiffThatSent(aFrame([1, 1]));
    diff.damage([wholeScreen]);
    assert.deepEqual(diff.changes(aFrame()), [{ x: 0, y: 0, width: 64, height: 16 }]);
  });

  it('stops at the limit and goes on from there', () => {
    const diff = new FrameDiff(width, height);
    const frame = aFrame();
    const first = diff.changes(frame, 1);
    assert.deepEqual(first, [{ x: 0, y: 0, width, height: 16 }]);
    diff.commit(frame, first);
    assert.deepEqual(diff.changes(frame), [{ x: 0, y: 16, width, height: 34 }]);
  });

  it('names everything after a reset', () => {
    const diff = aDiffThatSent(aFrame());
    diff.reset();
    assert.deepEqual(diff.changes(aFrame()), [wholeScreen]);
  });

  it('ignores damage outside the screen', () => {
    const diff = aDiffThatSent(aFrame());
    diff.damage([
      { x: -50, y: -50, width: 40, height: 40 },
      { x: 500, y: 0, width: 9, height: 9 },
      { x: 0, y: 0, width: 0, height: 5 },
    ]);
    assert.deepEqual(diff.changes(aFrame([0, 0])), []);
  });

  it('refuses a frame of another size', () => {
    assert.throws(() => new FrameDiff(width, height).changes(Buffer.alloc(4)), /40000 bytes was expected, not 4/);
  });

  it('always brings the copy up to date, whatever was drawn', () => {
    const diff = new FrameDiff(width, height);
    const shown = Buffer.alloc(width * height * 4);
    const frame = Buffer.from(shown);
    for (let round = 0; round < 60; round += 1) {
      const place = { x: (round * 37) % 190, y: (round * 23) % 45, width: 1 + (round % 9), height: 1 + (round % 5) };
      paint(frame, place, round + 1);
      diff.damage([place]);
      const changed = diff.changes(frame, 2000);
      diff.commit(frame, changed);
      for (const area of changed) copyArea(frame, shown, area);
    }
    for (let rest = diff.changes(frame); rest.length > 0; rest = diff.changes(frame)) {
      diff.commit(frame, rest);
      for (const area of rest) copyArea(frame, shown, area);
    }
    assert.equal(shown.compare(frame), 0);
  });
});

/** A black frame with one white pixel at each place. */
function aFrame(...places: [number, number][]): Buffer {
  const frame = Buffer.alloc(width * height * 4);
  for (const [x, y] of places) frame.fill(255, (y * width + x) * 4, (y * width + x + 1) * 4);
  return frame;
}

function aDiffThatSent(frame: Buffer): FrameDiff {
  const diff = new FrameDiff(width, height);
  diff.commit(frame, [wholeScreen]);
  return diff;
}

function paint(frame: Buffer, area: Rectangle, value: number): void {
  for (let y = area.y; y < Math.min(height, area.y + area.height); y += 1) {
    frame.fill(value, (y * width + area.x) * 4, (y * width + Math.min(width, area.x + area.width)) * 4);
  }
}

function copyArea(from: Buffer, to: Buffer, area: Rectangle): void {
  for (let y = area.y; y < area.y + area.height; y += 1) {
    from.copy(to, (y * width + area.x) * 4, (y * width + area.x) * 4, (y * width + area.x + area.width) * 4);
  }
}
