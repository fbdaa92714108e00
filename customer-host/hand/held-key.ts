/** How long the key must be held, in milliseconds. */
const holdMs = 2000;
/**
 * A nested or virtual display passes a held key on as release and press, over and over: a release counts only when no
 * press follows it within this time.
 */
const repeatGapMs = 80;

/** Does `work` after `delayMs`, and returns what calls it off. */
export type After = (delayMs: number, work: () => void) => () => void;

/** Notices that one key is held for two seconds. */
export class HeldKey {
  readonly #onHeld: () => void;
  readonly #after: After;
  #callOffHold = nothing;
  #callOffRelease = nothing;
  #isDown = false;

  /** @param onHeld called once for each time the key is held @param after the clock */
  constructor(onHeld: () => void, after: After = byTimer) {
    this.#onHeld = onHeld;
    this.#after = after;
  }

  /** The key went down, or repeated. */
  press(): void {
    this.#callOffRelease();
    if (this.#isDown) return;
    this.#isDown = true;
    this.#callOffHold = this.#after(holdMs, this.#onHeld);
  }

  /** The key went up. */
  release(): void {
    this.#callOffRelease();
    this.#callOffRelease = this.#after(repeatGapMs, () => this.stop());
  }

  /** Forgets that the key is down; nothing is called any more. */
  stop(): void {
    this.#callOffHold();
    this.#callOffRelease();
    this.#isDown = false;
  }
}

function nothing(): void {
  // Nothing has been put off yet, so there is nothing to call off.
}

function byTimer(delayMs: number, work: () => void): () => void {
  const timer = setTimeout(work, delayMs);
  return () => clearTimeout(timer);
}
