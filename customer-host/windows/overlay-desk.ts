import type { Box, DrawStep, MeasureText, Point } from './drawing.ts';

/** A key that the dialogs understand. */
export type OverlayKey = 'tab' | 'left' | 'right' | 'enter' | 'space' | 'escape';

/** What happens to a window. Presses and keys are the customer's own: injected ones never arrive here. */
export interface OverlayEvents {
  /** The window became readable: it appeared, or came back to the front after something had covered it. */
  shown?(): void;
  /** The main button went down at a place in the window. */
  press?(at: Point): void;
  /** The pointer moved while the main button is down; design pixels since the press. */
  drag?(movedX: number): void;
  /** The main button came up. */
  release?(at: Point): void;
  /** A key went down; repeats of a held key are left out. */
  key?(key: OverlayKey): void;
  /** The monitors changed; the window may have to move. */
  screensChanged?(): void;
  /** The desktop is gone; nothing more will arrive. */
  lost(): void;
}

/** Where and how a window opens; places in design pixels from the desktop's top left corner. */
export interface OverlayPlace extends Box {
  /** What screen readers and window lists say. */
  readonly name: string;
  /** Whether keys go to this window while it is open. */
  readonly takesKeyboard: boolean;
}

/** One flat window without decoration that stays in front of everything. */
export interface Overlay {
  /** Replaces the picture. */
  draw(steps: readonly DrawStep[]): void;
  /** Moves the window; design pixels from the desktop's top left corner. */
  moveTo(at: Point): void;
  /** Takes the window away. Closing twice is harmless. */
  close(): void;
}

/** What a platform must offer for our windows. */
export interface OverlayDesk {
  /** The monitors, the primary one first; never empty. */
  screens(): readonly Box[];
  readonly measure: MeasureText;
  /** Opens a window. On a desktop that is gone the window never shows, and is told so soon. */
  open(place: OverlayPlace, events: OverlayEvents): Overlay;
  /** Lets go of the desktop. Closing twice is harmless. */
  close(): void;
}
