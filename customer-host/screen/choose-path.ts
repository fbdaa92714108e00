/**
 * Which way a change of the screen goes: small ones as lossless tiles, which arrive sooner than any video; large ones
 * as video, because tiles of a scrolling screen would pile up. Pure.
 */
export type Path = 'tiles' | 'video';

export interface PathState {
  readonly path: Path;
  /** When a change last was too much for tiles. */
  readonly lastLargeAt: number;
  /** Bytes of tiles sent lately, decaying over {@link MEMORY_MS}. */
  readonly recentBytes: number;
  readonly at: number;
}

export interface Change {
  /** Part of the screen that changed, 0 to 1; what only scrolled is not counted. */
  readonly area: number;
  /** Something scrolled: tiles carry that at little cost, so it is no reason to stay on video. */
  readonly scrolled: boolean;
  /** Bytes of tiles that wait in the channel. */
  readonly backlogBytes: number;
}

const LARGE_AREA = 0.35;
const MEMORY_MS = 1000;
const MAX_RECENT_BYTES = 1_500_000;
const MAX_BACKLOG_BYTES = 256_000;
/** While on video, a change above this keeps it there. */
const STILL_AREA = 0.05;
/** So long must large changes have been absent before tiles bring the picture up to date. */
export const QUIET_MS = 150;

/** A new viewer sees video first, and at once gets tiles beneath it. */
export function firstPath(now: number): PathState {
  return { path: 'video', lastLargeAt: now - QUIET_MS, recentBytes: 0, at: now };
}

export function afterChange(state: PathState, change: Change, now: number): PathState {
  const recentBytes = decayed(state, now);
  if (state.path === 'video') {
    const large = change.area > (change.scrolled ? LARGE_AREA : STILL_AREA);
    return { ...state, recentBytes, at: now, lastLargeAt: large ? now : state.lastLargeAt };
  }
  const tooMuch = change.area > LARGE_AREA || recentBytes > MAX_RECENT_BYTES || change.backlogBytes > MAX_BACKLOG_BYTES;
  return tooMuch
    ? { path: 'video', lastLargeAt: now, recentBytes, at: now }
    : { path: 'tiles', lastLargeAt: state.lastLargeAt, recentBytes, at: now };
}

export function afterTiles(state: PathState, bytes: number, now: number): PathState {
  return { ...state, recentBytes: decayed(state, now) + bytes, at: now };
}

/** The tiles show all that there is: they take over from the video. */
export function caughtUp(state: PathState, now: number): PathState {
  return { path: 'tiles', lastLargeAt: state.lastLargeAt, recentBytes: 0, at: now };
}

/** Milliseconds until tiles may catch up; 0 when they may now. */
export function msUntilQuiet(state: PathState, now: number): number {
  return Math.max(0, state.lastLargeAt + QUIET_MS - now);
}

function decayed(state: PathState, now: number): number {
  return state.recentBytes * Math.exp(-(now - state.at) / MEMORY_MS);
}
