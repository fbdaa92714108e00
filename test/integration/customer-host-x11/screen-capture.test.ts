import assert from 'node:assert/strict';
import { createI420Converter } from '../../../customer-host/capture/i420-converter.ts';
import { FrameDiff } from '../../../customer-host/capture/frame-diff.ts';
import { openScreenCapture } from '../../../customer-host/capture/open-screen-capture.ts';
import type { CapturedFrame, ScreenCapture } from '../../../customer-host/capture/screen-capture.ts';
import { startXDisplay, until } from './x-display.ts';
import type { XDisplay } from './x-display.ts';

describe('reading the screen of a Linux desktop', () => {
  let screen: XDisplay;
  let capture: ScreenCapture;

  beforeEach(async function () {
    this.timeout(30_000);
    screen = await startXDisplay({ width: 1000, height: 600 });
    capture = await openScreenCapture(screen.display);
  });

  afterEach(async function () {
    this.timeout(15_000);
    capture.close();
    await screen.stop();
  });

  it('tells the size of the screen and at least one monitor', () => {
    assert.equal(capture.layout.width, 1000);
    assert.equal(capture.layout.height, 600);
    const [monitor] = capture.layout.monitors;
    assert.deepEqual(
      [monitor?.x, monitor?.y, monitor?.width, monitor?.height, monitor?.isPrimary],
      [0, 0, 1000, 600, true],
    );
  });

  it('shows red as red and blue as blue, on the screen and in the video', async function () {
    this.timeout(20_000);
    await screen.run('xsetroot', ['-solid', '#ff0000']);
    screen.start('xterm', ['-b', '0', '-bw', '0', '-bg', '#0000ff', '-fg', '#0000ff', '-geometry', '20x10+0+0']);
    await until('the blue window', () => sameColour(grab(capture), 30, 60, [255, 0, 0]));
    const frame = grab(capture);
    assert.ok(sameColour(frame, 900, 500, [0, 0, 255]), 'bytes of red are blue 0, green 0, red 255');

    const planes = new Uint8ClampedArray((1000 * 600 * 3) / 2);
    createI420Converter()(frame.pixels, 1000, 600, planes);
    // Full red and full blue of ITU-R BT.601, within rounding.
    assertNear(yuvAt(planes, 900, 500), [82, 90, 240]);
    assertNear(yuvAt(planes, 30, 60), [41, 240, 110]);
  });

  it('speaks only when something is drawn, and says where', async function () {
    this.timeout(20_000);
    grab(capture);
    const told: number[] = [];
    capture.onDamage((pixels) => told.push(pixels));
    await quietFor(400);
    assert.deepEqual(told, [], 'a still screen says nothing');

    await screen.run('xsetroot', ['-solid', '#00ff00']);
    await until('the change', () => told.length > 0);
    const diff = new FrameDiff(1000, 600);
    const frame = grab(capture);
    assert.ok(frame.damaged.length > 0);
    diff.commit(frame.pixels, diff.changes(frame.pixels));

    told.length = 0;
    await quietFor(400);
    assert.deepEqual(told, [], 'after the grab the screen is still again');
    const still = grab(capture);
    assert.deepEqual(still.damaged, []);
    diff.damage(still.damaged);
    assert.deepEqual(diff.changes(still.pixels), []);
  });

  it('follows a new resolution', async function () {
    this.timeout(20_000);
    const sizes: string[] = [];
    capture.onResize((layout) => sizes.push(`${layout.width}x${layout.height}`));
    const mode = '25.18 640 656 752 800 480 490 492 525'.split(' ');
    await screen.run('xrandr', ['--newmode', '640x480', ...mode]);
    await screen.run('xrandr', ['--addmode', 'screen', '640x480']);
    await screen.run('xrandr', ['--output', 'screen', '--mode', '640x480']);
    await until('the new size', () => sizes.includes('640x480'));
    const frame = grab(capture);
    assert.equal(frame.pixels.length, 640 * 480 * 4);
    assert.deepEqual(frame.damaged, [{ x: 0, y: 0, width: 640, height: 480 }]);
  });

  it('ends with a sentence when the desktop goes away, and the host lives on', async function () {
    this.timeout(20_000);
    const reasons: string[] = [];
    capture.onLost((reason) => reasons.push(reason));
    const held = grab(capture).pixels;
    await screen.stop();
    await until('the news', () => reasons.length > 0);
    assert.match(reasons[0] ?? '', /desktop of this computer has ended/);
    assert.equal(capture.grab(), undefined);
    capture.close();
    assert.equal(typeof held[0], 'number', 'a frame that is still held stays readable');
  });

  it('says in words that a screen cannot be reached', async () => {
    await assert.rejects(openScreenCapture(':9999'), /screen :9999 cannot be reached/);
  });
});

function grab(capture: ScreenCapture): CapturedFrame {
  const frame = capture.grab();
  assert.ok(frame, 'the screen could be read');
  return frame;
}

function sameColour(frame: CapturedFrame, x: number, y: number, blueGreenRed: readonly number[]): boolean {
  const at = (y * frame.width + x) * 4;
  return blueGreenRed.every((part, index) => frame.pixels[at + index] === part);
}

function yuvAt(planes: Uint8ClampedArray, x: number, y: number): (number | undefined)[] {
  const luma = 1000 * 600;
  const chroma = (y >> 1) * 500 + (x >> 1);
  return [planes[y * 1000 + x], planes[luma + chroma], planes[luma + luma / 4 + chroma]];
}

function assertNear(actual: (number | undefined)[], expected: number[]): void {
  const isNear = expected.every((value, index) => Math.abs((actual[index] ?? -99) - value) <= 2);
  assert.ok(isNear, `${actual.join(', ')} is not the colour ${expected.join(', ')}`);
}

/** To see that nothing comes, one has to let time pass. */
function quietFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
