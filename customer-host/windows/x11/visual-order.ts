import koffi from 'koffi';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const ISOLATES = /[\u2066-\u2069]/g;
const LEFT_TO_RIGHT_PARAGRAPH = 0x110;
// What fribidi leaves in the place of a letter that it has joined with another.
const FILLER = 0xfeff;

type LogicalToVisual = (
  text: Uint32Array,
  length: number,
  direction: Uint32Array,
  visual: Uint32Array,
  positionsToVisual: null,
  positionsToLogical: null,
  levels: null,
) => number;

let reorder: LogicalToVisual | undefined;

/**
 * The letters in the order in which they stand on the line, Arabic ones joined. Xft draws from left to right whatever
 * the script, so the system's fribidi does this; without it the text stays as it is.
 */
export function visualOrder(text: string): string {
  if (!RIGHT_TO_LEFT.test(text)) return text.replace(ISOLATES, '');
  reorder ??= loadFribidi();
  const letters = Uint32Array.from(text, (letter) => letter.codePointAt(0) ?? 0xfffd);
  const visual = new Uint32Array(letters.length + 1);
  const direction = Uint32Array.of(LEFT_TO_RIGHT_PARAGRAPH);
  if (reorder(letters, letters.length, direction, visual, null, null, null) === 0) return text.replace(ISOLATES, '');
  const shown = visual.subarray(0, letters.length).filter((letter) => letter !== FILLER);
  return String.fromCodePoint(...shown).replace(ISOLATES, '');
}

function loadFribidi(): LogicalToVisual {
  try {
    return koffi
      .load('libfribidi.so.0')
      .func('int fribidi_log2vis(void *, int, void *, void *, void *, void *, void *)');
  } catch {
    // A desktop without fribidi shows such names in the order of writing: readable, if not pretty.
    return () => 0;
  }
}
