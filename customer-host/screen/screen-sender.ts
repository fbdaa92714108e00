/**
 * Sends the screen to one viewer: looks when something has changed, never by a clock, and sends nothing for a screen
 * that stands still.
 */
import { encodeMode, type TileArea } from '../../shared/contract/tile-messages.ts';
import { afterChange, afterTiles, caughtUp, firstPath, msUntilQuiet } from './choose-path.ts';
import { encodeBatch } from './tile-encoder.ts';

/** What the sender needs of the capture. Frames are BGRX and valid until the next `grab`. */
export interface ScreenSource {
  readonly width: number;
  readonly height: number;
  grab(): Buffer;
  /** Calls back with the number of pixels touched whenever the screen was drawn on; returns how to stop. */
  onDamage(listener: (pixels: number) => void): () => void;
}

/** Knows what the tiles of this viewer show. */
export interface FrameDiff {
  /** Areas in which `frame` differs from what was sent, at most about `maxPixels` of them, top first. */
  changes(frame: Buffer, maxPixels: number): TileArea[];
  /** These areas have been sent. */
  commit(frame: Buffer, areas: readonly TileArea[]): void;
  /** Nothing has been sent: the next `changes` names everything. */
  reset(): void;
}

export interface ScreenSenderPorts {
  readonly source: ScreenSource;
  readonly diff: FrameDiff;
  readonly tiles: { send(message: Uint8Array<ArrayBuffer>): void; backlogBytes(): number };
  readonly video: { send(frame: Buffer, width: number, height: number): void };
  readonly now: () => number;
}

export interface ScreenSender {
  /** Sends the whole picture anew. */
  refresh(): void;
  stop(): void;
  /** What was done so far, for figures. */
  readonly counts: { grabs: number; tileBytes: number; videoFrames: number };
}

/** Shortest time between two looks, in milliseconds. */
const TILE_INTERVAL_MS = 7;
const VIDEO_INTERVAL_MS = 16;
/** Above this much in the channel, looking again would only add delay. */
const HIGH_WATER_BYTES = 128_000;
const DRAIN_CHECK_MS = 4;
/** Pixels of one catching-up batch, so that a change in between does not wait long. */
const CATCH_UP_PIXELS = 400_000;

export function startScreenSender({ source, diff, tiles, video, now }: ScreenSenderPorts): ScreenSender {
  const pixels = source.width * source.height;
  const counts = { grabs: 0, tileBytes: 0, videoFrames: 0 };
  let state = firstPath(now());
  let batch = 0;
  let damagedPixels = pixels;
  let looking = false;
  let stopped = false;
  let lastLookAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const unwatch = source.onDamage((touched) => {
    damagedPixels += touched;
    lookSoon();
  });
  tiles.send(encodeMode(batch, 'video'));
  lookSoon();

  function lookSoon(afterMs = 0): void {
    if (stopped || looking) return;
    const interval = state.path === 'video' ? VIDEO_INTERVAL_MS : TILE_INTERVAL_MS;
    const waitMs = Math.max(afterMs, lastLookAt + interval - now());
    if (timer !== undefined) {
      if (afterMs > 0) return;
      clearTimeout(timer);
    }
    timer = setTimeout(() => {
      timer = undefined;
      void look();
    }, waitMs);
  }

  async function look(): Promise<void> {
    if (stopped || looking) return;
    const backlog = tiles.backlogBytes();
    if (backlog > HIGH_WATER_BYTES && state.path === 'tiles' && backlog < HIGH_WATER_BYTES * 2) {
      lookSoon(DRAIN_CHECK_MS);
      return;
    }
    looking = true;
    lastLookAt = now();
    const again = await (state.path === 'tiles' ? lookForTiles() : lookForVideo());
    looking = false;
    if (damagedPixels > 0) lookSoon();
    else if (again !== undefined) lookSoon(again);
  }

  /** Returns in how many milliseconds to look again even if nothing changes; `undefined` for not at all. */
  async function lookForTiles(): Promise<number | undefined> {
    damagedPixels = 0;
    const frame = grab();
    const areas = diff.changes(frame, pixels);
    if (areas.length === 0) return undefined;
    state = afterChange(state, { area: areaOf(areas) / pixels, backlogBytes: tiles.backlogBytes() }, now());
    if (state.path === 'tiles') {
      await sendTiles(frame, areas);
      return undefined;
    }
    tiles.send(encodeMode(batch, 'video'));
    sendVideo(frame);
    return msUntilQuiet(state, now());
  }

  async function lookForVideo(): Promise<number | undefined> {
    const frame = grab();
    if (damagedPixels > 0) {
      const area = Math.min(1, damagedPixels / pixels);
      damagedPixels = 0;
      sendVideo(frame);
      state = afterChange(state, { area, backlogBytes: tiles.backlogBytes() }, now());
    }
    const quietIn = msUntilQuiet(state, now());
    if (quietIn > 0) return quietIn;
    if (tiles.backlogBytes() > HIGH_WATER_BYTES) return DRAIN_CHECK_MS;
    const missing = diff.changes(frame, CATCH_UP_PIXELS);
    if (missing.length > 0) {
      await sendTiles(frame, missing);
      return 1;
    }
    state = caughtUp(state, now());
    tiles.send(encodeMode(batch, 'tiles'));
    return undefined;
  }

  function grab(): Buffer {
    counts.grabs += 1;
    return source.grab();
  }

  async function sendTiles(frame: Buffer, areas: readonly TileArea[]): Promise<void> {
    batch += 1;
    const messages = await encodeBatch(batch, frame, source.width, areas);
    if (stopped) return;
    diff.commit(frame, areas);
    const bytes = messages.reduce((sum, message) => sum + message.length, 0);
    for (const message of messages) tiles.send(message);
    counts.tileBytes += bytes;
    state = afterTiles(state, bytes, now());
  }

  function sendVideo(frame: Buffer): void {
    counts.videoFrames += 1;
    video.send(frame, source.width, source.height);
  }

  return {
    refresh() {
      diff.reset();
      damagedPixels = Math.max(damagedPixels, 1);
      lookSoon();
    },
    stop() {
      stopped = true;
      unwatch();
      clearTimeout(timer);
    },
    counts,
  };
}

function areaOf(areas: readonly TileArea[]): number {
  return areas.reduce((sum, { width, height }) => sum + width * height, 0);
}
