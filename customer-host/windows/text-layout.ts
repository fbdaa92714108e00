import type { DrawStep, MeasureText, Point } from './drawing.ts';
import type { HostColour } from './host-colours.ts';
import type { Run, Words } from './words.ts';
import { runsOf } from './words.ts';

/** How a paragraph is set; measures in design pixels. */
export interface Paragraph {
  readonly size: number;
  readonly lineHeight: number;
  readonly colour: HostColour;
  readonly strong?: boolean;
}

/** The lines of a text that is broken to fit `width`; a word that is wider than a line is broken inside. */
export function wrap(words: Words, width: number, style: Paragraph, measure: MeasureText): Run[][] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const piece of pieces(runsOf(words, style.strong))) {
    const pieceWidth = measure(piece.text, { size: style.size, strong: piece.strong });
    const isBlank = piece.text.trim() === '';
    if (used > 0 && used + pieceWidth > width) {
      lines.push([]);
      used = 0;
    }
    if (isBlank && used === 0) continue;
    for (const part of pieceWidth > width ? slices(piece, width, style, measure) : [piece]) {
      const partWidth = measure(part.text, { size: style.size, strong: part.strong });
      if (used > 0 && used + partWidth > width) {
        lines.push([]);
        used = 0;
      }
      lines.at(-1)?.push(part);
      used += partWidth;
    }
  }
  return lines.map(joinEqualWeights);
}

/** The drawing steps of a broken text whose first line begins at `at`. */
export function paragraph(lines: readonly Run[][], at: Point, style: Paragraph, measure: MeasureText): DrawStep[] {
  return lines.flatMap((runs, row) => {
    let x = at.x;
    return runs.map((run): DrawStep => {
      const textStyle = { size: style.size, strong: run.strong };
      const step: DrawStep = {
        kind: 'text',
        text: run.text,
        style: textStyle,
        colour: style.colour,
        lineHeight: style.lineHeight,
        x,
        y: at.y + row * style.lineHeight,
      };
      x += measure(run.text, textStyle);
      return step;
    });
  });
}

// Scripts without blanks may break between any two of their letters, but not before closing punctuation.
const PIECE =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][、。，．）」』！？…]*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

function pieces(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) => (run.text.match(PIECE) ?? []).map((text) => ({ text, strong: run.strong })));
}

function slices(piece: Run, width: number, style: Paragraph, measure: MeasureText): Run[] {
  const parts: Run[] = [];
  let current = '';
  for (const letter of piece.text) {
    if (current !== '' && measure(current + letter, { size: style.size, strong: piece.strong }) > width) {
      parts.push({ text: current, strong: piece.strong });
      current = '';
    }
    current += letter;
  }
  return current === '' ? parts : [...parts, { text: current, strong: piece.strong }];
}

function joinEqualWeights(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.strong === run.strong) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}
