/** What can be wrong with data. `file`: the file itself; `index`: an index against its documents; `log`: a session's log; `document`: one document. */
export type FindingKind = 'file' | 'index' | 'log' | 'document';

const mostTexts = 20;

/** What a check has found: the first sentences of each kind, and how many there were. */
export class Findings {
  readonly #texts = new Map<FindingKind, string[]>();
  readonly #counts = new Map<FindingKind, number>();

  add(kind: FindingKind, text: string): void {
    const texts = this.#texts.get(kind) ?? [];
    if (texts.length < mostTexts) texts.push(text);
    this.#texts.set(kind, texts);
    this.#counts.set(kind, this.count(kind) + 1);
  }

  count(kind: FindingKind): number {
    return this.#counts.get(kind) ?? 0;
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  /** Whether only single documents are concerned, which the server leaves aside. */
  get isOnlyDocuments(): boolean {
    return [...this.#counts.keys()].every((kind) => kind === 'document');
  }

  /** For the terminal. */
  get lines(): string[] {
    return [...this.#texts].flatMap(([kind, texts]) => {
      const more = this.count(kind) - texts.length;
      return more > 0 ? [...texts, `… and ${more} more like these`] : texts;
    });
  }
}
