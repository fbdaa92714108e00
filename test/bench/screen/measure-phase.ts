/** One peer, one kind of drawing, some seconds. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Drawing } from '../drawing/start-drawing.ts';
import type { DrawingOrder } from '../drawing/drawing-order.ts';
import { processorMs } from '../figures/processor-time.ts';
import { readBarcodeWatch, resetBarcodeWatch } from './barcode-watch.ts';
import type { ScreenPeer } from './screen-peer.ts';

export interface PhaseFigures {
  readonly delaysMs: readonly number[];
  /** Pictures drawn and seen, and animation frames of the page, each a second. */
  readonly drawnPerSecond: number;
  readonly seenPerSecond: number;
  readonly looksPerSecond: number;
  readonly megabitsPerSecond: number;
  /** Per cent of one core. */
  readonly hostPercent: number;
  readonly viewerPercent: number;
}

/** The peer must be connected to `page` and its watch be running. `warmUpMs` are not counted. */
export async function measurePhase(
  { peer, page, drawing, browserPid }: { peer: ScreenPeer; page: Page; drawing: Drawing; browserPid: number },
  order: DrawingOrder,
  { warmUpMs, forMs }: { warmUpMs: number; forMs: number },
): Promise<PhaseFigures> {
  await drawing.order(order);
  await wait(warmUpMs);
  const before = await reading();
  await resetBarcodeWatch(page);
  await wait(forMs);
  const seen = await readBarcodeWatch(page);
  const after = await reading();
  const drawn = (await drawing.order({ draw: 'still' })) - before.drawn;
  const seconds = (after.at - before.at) / 1000;
  return {
    delaysMs: seen.delaysMs,
    drawnPerSecond: drawn / seconds,
    seenPerSecond: seen.delaysMs.length / seconds,
    looksPerSecond: seen.looks / seconds,
    megabitsPerSecond: ((after.bytes - before.bytes) * 8) / 1e6 / seconds,
    hostPercent: (after.hostMs - before.hostMs) / seconds / 10,
    viewerPercent: (after.viewerMs - before.viewerMs) / seconds / 10,
  };

  async function reading() {
    return {
      at: performance.now(),
      bytes: await peer.receivedBytes(),
      hostMs: processorMs(peer.hostPids),
      viewerMs: processorMs([browserPid]),
      drawn: await drawing.order({ draw: 'report' }),
    };
  }
}
