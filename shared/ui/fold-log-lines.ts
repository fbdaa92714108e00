/** What folding needs to know of an entry. */
export type Foldable = {
  /** Unix time in ms. */
  atMs: number;
  /** Entries with the same likeness may fold; `undefined` (a chat message) never does. */
  likeness: string | undefined;
};

/** One drawn line that stands for `times` entries. */
export type FoldedLine<Entry> = { entry: Entry; times: number; lastAtMs: number };

const FOLD_MS = 60_000;

/**
 * Folds like lines that follow one another within a minute of the first: three pauses become one line with `times` 3.
 * Order and the first entry of each fold are kept; anything between two like lines keeps them apart.
 */
export function foldLogLines<Entry extends Foldable>(entries: readonly Entry[]): FoldedLine<Entry>[] {
  const folded: FoldedLine<Entry>[] = [];
  for (const entry of entries) {
    const last = folded.at(-1);
    if (last !== undefined && isLike(last.entry, entry)) {
      last.times += 1;
      last.lastAtMs = entry.atMs;
    } else folded.push({ entry, times: 1, lastAtMs: entry.atMs });
  }
  return folded;
}

function isLike(first: Foldable, next: Foldable): boolean {
  return first.likeness !== undefined && first.likeness === next.likeness && next.atMs - first.atMs < FOLD_MS;
}
