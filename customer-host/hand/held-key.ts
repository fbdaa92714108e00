/** How long the key must be held, in milliseconds. */
const holdMs = 2000;
/**
 * A nested or virtual display passes a held key on as release and press, over and over: a release counts only when no
 * press follows it within this time.
 */
const repeatGapMs = 80;

/** Notices that one key is held for two seconds. */
export class HeldKey {
  readonly #onHeld: () => void;
  #hold: ReturnType<typeof setTimeout> | undefined;
  #letGo: ReturnType<typeof setTimeout> | undefined;
  #isDown = false;

  /** @param onHeld called once for each time the key is held */
  constructor(onHeld: () => void) {
    this.#onHeld = onHeld;
  }

  /** The key went down, or repeated. */
  press(): void {
    clearTimeout(this.#letGo);
    if (this.#isDown) return;
    this.#isDown = true;
    this.#hold = setTimeout(this.#onHeld, holdMs);
  }

  /** The key went up. */
  release(): void {
    clearTimeout(this.#letGo);
    this.#letGo = setTimeout(() => this.stop(), repeatGapMs);
  }

  /** Forgets that the key is down; nothing is called any more. */
  stop(): void {
    clearTimeout(this.#hold);
    clearTimeout(this.#letGo);
    this.#isDown = false;
  }
}
