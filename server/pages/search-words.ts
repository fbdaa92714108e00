/** Searching by words: what is stored to be found, and what is looked for. Pure. */

/** More words than this are not kept of one document. */
const mostWords = 40;
const mostTerms = 8;
const longestWord = 40;

/** A text as lists sort it: without case and accents, so that Élodie stands beside Eliot. */
export function sortKey(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

/** The words of some texts, each once: letters and digits only. To be stored in an indexed array. */
export function searchWords(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(wordsOf))].slice(0, mostWords);
}

/**
 * A filter for documents of which every word that somebody typed begins some word in `field`; `undefined` when nothing was typed.
 * What is typed is cut into letters and digits, so nothing of it can mean anything in a pattern.
 */
export function searchFilter(field: string, typed: string): { $and: Record<string, RegExp>[] } | undefined {
  if (typed.trim() === '') return undefined;
  const terms = wordsOf(typed).slice(0, mostTerms);
  // Signs alone begin no word: nothing is found, rather than everything.
  const wanted = terms.length === 0 ? [' '] : terms;
  return { $and: wanted.map((term) => ({ [field]: new RegExp(`^${term}`) })) };
}

function wordsOf(text: string): string[] {
  return sortKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, longestWord));
}
