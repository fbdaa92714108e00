/** The customer's desktop as the session needs it, whatever the system: one port over capture, pointer, input and hand. */
import type { CursorMessage, InputMessage } from '../../shared/contract/screen-link.ts';
import type { ComputerFacts } from '../../shared/contract/session-log.ts';
import type { ScreenHub } from '../screen/screen-hub.ts';

/** What the customer's own hand did. `escape` is the own Esc key, held for two seconds. */
export type HandEvent = 'pointer' | 'key' | 'button' | 'escape';

export interface Desktop {
  readonly screen: ScreenHub;
  /** The screen's size now, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly facts: ComputerFacts;
  /** Tells of the pointer's picture and place, the present ones first; returns how to stop. */
  watchCursor(listener: (message: CursorMessage) => void): () => void;
  /** Does what an input message says; what is out of bounds is clamped. */
  inject(input: InputMessage): void;
  /** Whether a key or button of the rep's is down. */
  readonly holding: boolean;
  /** Lets go of every key and button that was pressed through `inject`. */
  releaseAll(): void;
  watchHand(listener: (event: HandEvent) => void): () => void;
  /** The screen has another size now. */
  onResize(listener: () => void): () => void;
  /** The desktop is gone, and the host with it. */
  onLost(listener: (reason: string) => void): () => void;
  /** Lets go of everything; twice is harmless. */
  close(): void;
}
