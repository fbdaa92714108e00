/**
 * Sends the screen to one viewer: looks when something has changed, never by a clock, and sends nothing for a screen
 * that stands still.
 */
import type { PictureWish } from '../../shared/contract/picture-wish.ts';
import { encodeCopy, encodeMode, type TileArea } from '../../shared/contract/tile-messages.ts';
import type { Scroll } from '../capture/find-scroll.ts';
import { FrameDiff } from '../capture/frame-diff.ts';
import type { Rectangle } from '../capture/rectangle.ts';
import { afterChange, afterTiles, caughtUp, firstPath, msUntilQuiet, type Change } from './choose-path.ts';
import { encodeBatch } from './tile-encoder.ts';

/** What the sender needs of the capture, for one viewer. */
export interface ScreenSource {
  readonly width: number;
  readonly height: number;
  /** Whether anything may have changed since this viewer's last `grab`. */
  readonly damaged: boolean;
  /** BGRX pixels, valid until the next `grab` of anybody, and where they may have changed; nothing while it cannot be read. */
  grab(): { readonly pixels: Buffer; readonly damaged: readonly Rectangle[] } | undefined;
  /** Calls back when there is something to grab; returns how to stop. */
  onDamage(listener: () => void): () => void;
}

export interface ScreenSenderPorts {
  readonly source: ScreenSource;
  readonly tiles: { send(message: Uint8Array<ArrayBuffer>): void; backlogBytes(): number };
  readonly video: { send(pixels: Buffer, wish: PictureWish): void };
  /** How this viewer wants the picture at this moment. */
  readonly wish: () => PictureWish;
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
/** Above this much in the channel, sending more would only add delay. */
const HIGH_WATER_BYTES = 128_000;
const DRAIN_CHECK_MS = 4;
/** Pixels of one catching-up batch, so that a change in between does not wait long. */
const CATCH_UP_PIXELS = 400_000;
/** Part of the screen from which on it is worth looking whether what changed only moved. */
const SCROLL_AREA = 0.05;

export function startScreenSender({ source, tiles, video, wish, now }: ScreenSenderPorts): ScreenSender {
  const screenPixels = source.width * source.height;
  const scrollPixels = SCROLL_AREA * screenPixels;
  const counts = { grabs: 0, tileBytes: 0, videoFrames: 0 };
  const tileDiff = new FrameDiff(source.width, source.height);
  const videoDiff = new FrameDiff(source.width, source.height);
  let state = firstPath(now());
  let batch = 0;
  let looking = false;
  let stopped = false;
  let lastLookAt = -Infinity;
  /** Of the frame that went to the video last. */
  let videoDamage: readonly Rectangle[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const unwatch = source.onDamage(() => lookIn(0));
  tiles.send(encodeMode(batch, 'video'));
  lookIn(0);

  function lookIn(ms: number): void {
    if (stopped || looking) return;
    const interval = Math.max(state.path === 'video' ? VIDEO_INTERVAL_MS : TILE_INTERVAL_MS, wishedIntervalMs(wish()));
    clearTimeout(timer);
    timer = setTimeout(() => void look(), Math.max(ms, lastLookAt + interval - now()));
  }

  async function look(): Promise<void> {
    if (stopped || looking) return;
    looking = true;
    lastLookAt = now();
    const again = await lookOnce();
    looking = false;
    if (source.damaged) lookIn(0);
    else if (again !== undefined) lookIn(again);
  }

  /** Returns in how many milliseconds to look again even if nothing changes; `undefined` for not at all. */
  async function lookOnce(): Promise<number | undefined> {
    if (state.path === 'tiles' && isBetween(tiles.backlogBytes(), HIGH_WATER_BYTES, 2 * HIGH_WATER_BYTES)) {
      return DRAIN_CHECK_MS;
    }
    const frame = source.damaged ? source.grab() : undefined;
    if (frame) {
      counts.grabs += 1;
      tileDiff.damage(frame.damaged);
      if (state.path === 'tiles') await takeForTiles(frame.pixels, frame.damaged);
      else takeForVideo(frame.pixels, frame.damaged);
    }
    return state.path === 'video' ? catchUp() : undefined;
  }

  async function takeForTiles(pixels: Buffer, damaged: readonly Rectangle[]): Promise<void> {
    // What scrolled is moved at the viewer: nothing of it is sent, and it is no large change.
    const scroll = tileDiff.follow(pixels, damaged, scrollPixels);
    const areas = tileDiff.changes(pixels);
    if (areas.length === 0 && !scroll) return;
    state = afterChange(state, changeOf(areas, scroll), now());
    if (state.path === 'tiles') {
      await sendTiles(pixels, areas, scroll);
      return;
    }
    if (scroll) sendMove(scroll, true);
    tiles.send(encodeMode(batch, 'video'));
    videoDiff.reset();
    takeForVideo(pixels, []);
  }

  /** Much of what is drawn anew is the same as before: that is neither sent nor does it count as a change. */
  function takeForVideo(pixels: Buffer, damaged: readonly Rectangle[]): void {
    videoDamage = damaged;
    videoDiff.damage(damaged);
    // While something only scrolls, tiles can catch up with it and take over.
    const scroll = videoDiff.follow(pixels, damaged, scrollPixels);
    const areas = videoDiff.changes(pixels);
    if (areas.length === 0 && !scroll) return;
    videoDiff.commit(pixels, areas);
    // The very first frame is the whole screen, but nothing moved: the tiles need not wait for it to calm down.
    if (counts.videoFrames > 0) state = afterChange(state, changeOf(areas, scroll), now());
    counts.videoFrames += 1;
    video.send(pixels, wish());
  }

  /** Brings the tiles beneath the video up to date once large changes are over, and lets them take over. */
  async function catchUp(): Promise<number | undefined> {
    const quietInMs = msUntilQuiet(state, now());
    if (quietInMs > 0) return quietInMs;
    if (tiles.backlogBytes() > HIGH_WATER_BYTES) return DRAIN_CHECK_MS;
    const frame = source.grab();
    if (!frame) return undefined;
    tileDiff.damage(frame.damaged);
    videoDiff.damage(frame.damaged);
    const scroll = tileDiff.follow(frame.pixels, [...videoDamage, ...frame.damaged], scrollPixels);
    const missing = tileDiff.changes(frame.pixels, CATCH_UP_PIXELS);
    if (missing.length > 0 || scroll) {
      await sendTiles(frame.pixels, missing, scroll);
      return 0;
    }
    state = caughtUp(state, now());
    tiles.send(encodeMode(batch, 'tiles'));
    return undefined;
  }

  async function sendTiles(pixels: Buffer, areas: readonly TileArea[], scroll: Scroll | undefined): Promise<void> {
    tileDiff.commit(pixels, areas);
    batch += 1;
    if (scroll) sendMove(scroll, areas.length === 0);
    // From what was kept and not from the frame, which the next grab overwrites while this one is being packed.
    const messages = await encodeBatch(batch, tileDiff.sent, source.width, areas, wish().colours);
    if (stopped) return;
    const bytes = messages.reduce((sum, message) => sum + message.length, 0);
    for (const message of messages) tiles.send(message);
    counts.tileBytes += bytes;
    state = afterTiles(state, bytes, now());
  }

  function changeOf(areas: readonly TileArea[], scroll: Scroll | undefined): Change {
    const area = areaOf(areas) / screenPixels;
    return { area, scrolled: scroll !== undefined, backlogBytes: tiles.backlogBytes() };
  }

  function sendMove({ area, fromY }: Scroll, isWholeBatch: boolean): void {
    tiles.send(encodeCopy(batch, isWholeBatch, area, { x: area.x, y: fromY }));
  }

  return {
    refresh() {
      tileDiff.reset();
      videoDiff.reset();
      state = firstPath(now());
      tiles.send(encodeMode(batch, 'video'));
      lookIn(0);
    },
    stop() {
      stopped = true;
      unwatch();
      clearTimeout(timer);
    },
    counts,
  };
}

/** The fastest is no wish for slowness: then only host and line count. */
function wishedIntervalMs({ framesPerSecond }: PictureWish): number {
  return framesPerSecond === 60 ? 0 : 1000 / framesPerSecond;
}

function areaOf(areas: readonly TileArea[]): number {
  return areas.reduce((sum, { width, height }) => sum + width * height, 0);
}

function isBetween(value: number, low: number, high: number): boolean {
  return value > low && value <= high;
}
