/** The buttons of a mouse. */
export type PointerButton = 'left' | 'middle' | 'right' | 'back' | 'forward';

/**
 * The port that does with mouse and keyboard what the representative asks for. Everything happens in the order of the
 * calls. Coordinates are pixels of the whole screen and are clamped to it; what is no number, or names no key, is
 * ignored. The caller decides whether input is allowed at all, and limits its rate.
 */
export type InputInjector = {
  /** Whether a key or button is held down by this injector. */
  readonly isHolding: boolean;
  pointerMove(x: number, y: number): void;
  pointerButton(button: PointerButton, isDown: boolean): void;
  /** Turns the wheel by notches; down and right are positive, parts of a notch add up, 20 notches at most at once. */
  wheel(dx: number, dy: number): void;
  /**
   * A key as the browser's KeyboardEvent names it. A printable key makes its `key`, whatever layout the two computers
   * have, unless Ctrl, Alt or Meta is held: then it is the key on which the customer's layout has that character, or
   * else the one at the same place. Dead, composing and lock keys are ignored; send what they make as text.
   */
  key(code: string, key: string, isDown: boolean): void;
  /**
   * Types text of any script; lines end with Enter, other control characters are left out, and so is what exceeds 10,000
   * characters. Characters that the layout lacks need time to be prepared, some 50 ms at a time: paste long foreign text.
   * @returns resolves when typed, or given up because of `releaseAll`
   */
  typeText(text: string): Promise<void>;
  /** Lets go of all keys and buttons at once, and drops what has not been done yet. */
  releaseAll(): void;
  /** Tells once, in a sentence, that the screen has gone away. */
  onLost(listener: (reason: string) => void): () => void;
  /** Lets go of everything and leaves the keyboard as it was; twice is harmless. */
  close(): void;
};
