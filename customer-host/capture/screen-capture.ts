import type { Rectangle } from './rectangle.ts';

/** One monitor of the customer's computer, as a part of the whole screen. */
export type Monitor = Rectangle & { name: string; isPrimary: boolean };

/** The screen as it is: its size in pixels and its monitors (at least one). */
export type ScreenLayout = { width: number; height: number; monitors: readonly Monitor[] };

/** What the screen showed at the moment of a `grab`. */
export type CapturedFrame = {
  /** Width and height in pixels. */
  width: number;
  height: number;
  /**
   * The pixels, row after row without gaps, four bytes each: blue, green, red, and one that means nothing. This is a
   * view on memory shared with the display: it shows the frame until the next `grab`, and is never to be written.
   */
  pixels: Buffer;
  /** Where something may have changed since the grab before, in no order and possibly overlapping. */
  damaged: readonly Rectangle[];
};

/**
 * The port for reading the customer's screen. It works only when asked: it says that something changed, and whoever
 * wants the picture grabs it. A still screen costs nothing.
 */
export type ScreenCapture = {
  /** The layout now; after `onResize` the new one. */
  readonly layout: ScreenLayout;
  /** Reads the screen. Returns nothing while it is changing its size or has gone away; the events tell about that. */
  grab(): CapturedFrame | undefined;
  /**
   * Tells that something was drawn since the last grab, and how many pixels it touches; a place that has been told is
   * not told again before the next grab.
   */
  onDamage(listener: (pixels: number) => void): () => void;
  /** Tells the new layout when the resolution or the monitors changed; the next grab has the new size. */
  onResize(listener: (layout: ScreenLayout) => void): () => void;
  /** Tells once, in a sentence, that the screen can no longer be read. */
  onLost(listener: (reason: string) => void): () => void;
  /** Ends the capture; twice is harmless. Frames that are still held stay readable. */
  close(): void;
};
