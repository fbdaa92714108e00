/** What reading the screen costs, by the host's own parts on an Xvfb of 1920 × 1080. */
import { setTimeout as wait } from 'node:timers/promises';
import { createI420Converter } from '../../../customer-host/capture/i420-converter.ts';
import { openScreenCapture } from '../../../customer-host/capture/open-screen-capture.ts';
import { createScreenHub } from '../../../customer-host/screen/screen-hub.ts';
import { fullPicture } from '../../../shared/contract/picture-wish.ts';
import { startScreenSender } from '../../../customer-host/screen/screen-sender.ts';
import { startXDisplay } from '../../integration/customer-host-x11/x-display.ts';
import { startDrawing } from '../drawing/start-drawing.ts';
import { spreadOf, type Spread } from '../figures/spread.ts';

export interface CaptureCost {
  /** Milliseconds a frame while the whole screen scrolls. */
  readonly reading: Spread;
  readonly converting: Spread;
  readonly both: Spread;
  /** Over `unchangedSeconds` of a screen that shows the same all the time. */
  readonly unchangedSeconds: number;
  readonly unchangedGrabs: number;
  readonly unchangedBytes: number;
  /** Per cent of one core. */
  readonly unchangedPercent: number;
}

const size = { width: 1920, height: 1080 };
const FRAMES = 300;
const UNCHANGED_MS = 6000;

export async function measureCaptureCost(): Promise<CaptureCost> {
  const display = await startXDisplay(size);
  const drawing = await startDrawing(display.display);
  const capture = await openScreenCapture(display.display);
  try {
    await drawing.order({ draw: 'scrolling', perSecond: 30 });
    const convert = createI420Converter();
    const target = new Uint8ClampedArray((size.width * size.height * 3) / 2);
    const reading: number[] = [];
    const converting: number[] = [];
    while (reading.length < FRAMES) {
      const startedAt = performance.now();
      const frame = capture.grab();
      if (!frame) throw new Error('The screen could not be read');
      const readAt = performance.now();
      convert(frame.pixels, size.width, size.height, target);
      reading.push(readAt - startedAt);
      converting.push(performance.now() - readAt);
      await wait(16);
    }
    await drawing.order({ draw: 'still' });
    const both = reading.map((ms, index) => ms + (converting[index] ?? 0));
    const unchanged = await watchUnchanged(createScreenHub(capture).sourceForViewer());
    return { reading: spreadOf(reading), converting: spreadOf(converting), both: spreadOf(both), ...unchanged };
  } finally {
    capture.close();
    drawing.stop();
    await display.stop();
  }
}

async function watchUnchanged(source: Parameters<typeof startScreenSender>[0]['source']) {
  let bytes = 0;
  const sender = startScreenSender({
    source,
    tiles: { send: (message) => (bytes += message.length), backlogBytes: () => 0 },
    video: { send: () => (bytes += 1) },
    wish: () => fullPicture,
    now: () => performance.now(),
  });
  // The first pictures, and the tiles that take over from them.
  await wait(2000);
  const before = { grabs: sender.counts.grabs, bytes, cpu: process.cpuUsage() };
  await wait(UNCHANGED_MS);
  const used = process.cpuUsage(before.cpu);
  sender.stop();
  return {
    unchangedSeconds: UNCHANGED_MS / 1000,
    unchangedGrabs: sender.counts.grabs - before.grabs,
    unchangedBytes: bytes - before.bytes,
    unchangedPercent: (used.user + used.system) / 10 / UNCHANGED_MS,
  };
}
