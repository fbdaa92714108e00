// Control and format characters, line separators and blank letters: everything that reorders or hides text (bidi marks,
// embeddings, overrides, isolates, tags). A name made of these could make "No" read like "Yes". The two joiners stay.
const HIDDEN_OR_REORDERING = /(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;
const MARKS_IN_A_ROW = /(\p{M}{4})\p{M}+/gu;

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text from outside (name, organisation) made fit for our windows: one line, nothing that reorders or hides, at most
 * four combining marks on a letter, and at most `maxLength` visible characters, cut in the middle.
 */
export function cleanOutsideText(text: string, maxLength: number): string {
  const oneLine = text
    .slice(0, 10_000)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\t\n\r\u2028\u2029]/g, ' ');
  const visible = oneLine.replace(HIDDEN_OR_REORDERING, '').replace(MARKS_IN_A_ROW, '$1');
  return shortenMiddle(visible.replace(/\s+/g, ' ').trim(), maxLength);
}

/**
 * A cleaned text that reads in its own direction without moving its neighbours: between isolates if it is written from
 * right to left, else unchanged.
 */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** The text with an ellipsis in its middle if it has more than `maxLength` visible characters, else unchanged. */
export function shortenMiddle(text: string, maxLength: number): string {
  const letters = Array.from(graphemes.segment(text), (segment) => segment.segment);
  if (letters.length <= maxLength) return text;
  if (maxLength < 2) return '…';
  const kept = maxLength - 1;
  const head = Math.ceil(kept / 2);
  const tail = kept - head;
  return `${letters.slice(0, head).join('').trimEnd()}…${letters
    .slice(letters.length - tail)
    .join('')
    .trimStart()}`;
}

/** The longest middle-cut form of the text that `fits`; '…' when nothing else does. */
export function shortenToFit(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text;
  let shortest = 1;
  let longest = Array.from(graphemes.segment(text)).length - 1;
  while (shortest < longest) {
    const middle = Math.ceil((shortest + longest) / 2);
    if (fits(shortenMiddle(text, middle))) shortest = middle;
    else longest = middle - 1;
  }
  return shortenMiddle(text, shortest);
}
