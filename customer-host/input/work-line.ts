/** Longest line of work that waits; what comes then is dropped, releases excepted. */
const longestLine = 512;

/**
 * Does pieces of work in the order they came: at once while nothing waits, so that a movement costs no delay, and after
 * the present one where that takes time.
 */
export class WorkLine {
  readonly #waiting: (() => void | Promise<void>)[] = [];
  readonly #onError: (error: unknown) => void;
  #isBusy = false;

  /** @param onError told of work that failed; the line goes on */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** Does the work, now or in its turn; false when the line is too long. `isRelease` work is never dropped. */
  add(work: () => void | Promise<void>, isRelease = false): boolean {
    if (this.#waiting.length >= longestLine && !isRelease) return false;
    this.#waiting.push(work);
    if (!this.#isBusy) void this.#run();
    return true;
  }

  /** Drops all that waits; what is under way goes on. */
  clear(): void {
    this.#waiting.length = 0;
  }

  async #run(): Promise<void> {
    this.#isBusy = true;
    for (let work = this.#waiting.shift(); work; work = this.#waiting.shift()) {
      try {
        const done = work();
        // No await for what is done already: it would put off the next piece.
        if (done) await done;
      } catch (error) {
        this.#onError(error);
      }
    }
    this.#isBusy = false;
  }
}
