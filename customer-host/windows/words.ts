/** A sentence of which some parts are set in strong type. Parts are shown as text, never read as markup. */
export type Words = string | readonly WordsPart[];

/** One part of a sentence. */
export type WordsPart = string | { readonly strong: string };

/** A stretch of text in one weight. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
}

/** The sentence as runs, empty ones left out. */
export function runsOf(words: Words, strongByDefault = false): Run[] {
  const parts = typeof words === 'string' ? [words] : words;
  return parts
    .map((part) =>
      typeof part === 'string' ? { text: part, strong: strongByDefault } : { text: part.strong, strong: true },
    )
    .filter((run) => run.text !== '');
}

/** The sentence without its weights, for window names. */
export function plainText(words: Words): string {
  return runsOf(words)
    .map((run) => run.text)
    .join('');
}
