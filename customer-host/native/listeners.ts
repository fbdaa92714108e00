/** The people who want to hear about one thing: added with a disposer, told in the order they came. */
export class Listeners<Event> {
  readonly #listeners = new Set<(event: Event) => void>();

  /** How many listen now; ports stop watching when nobody does. */
  get size(): number {
    return this.#listeners.size;
  }

  /** Adds a listener and returns what takes it away again; taking it away twice is harmless. */
  add(listener: (event: Event) => void): () => void {
    // A wrapper, so that the same function added twice is two listeners with a disposer each.
    const entry = (event: Event): void => listener(event);
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }

  /** Tells everybody who listens at this moment. */
  emit(event: Event): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** Forgets everybody: nothing is told after a port was closed. */
  clear(): void {
    this.#listeners.clear();
  }
}
