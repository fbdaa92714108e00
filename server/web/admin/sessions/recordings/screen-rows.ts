/** What a terminal shows, as rows of words of one look: drawn by the page itself, which takes no style from elsewhere. */
import type { IBufferCell, Terminal } from '@xterm/xterm';

export interface CellLook {
  /** A number of the 256 colours, or a colour of its own (`#rrggbb`); `undefined` is the ordinary one. */
  readonly ink: number | string | undefined;
  readonly ground: number | string | undefined;
  readonly isBold: boolean;
  readonly isUnderlined: boolean;
  readonly isSwapped: boolean;
}

export interface CellRun extends CellLook {
  readonly text: string;
}

/** The rows in sight. */
export function screenRows(terminal: Terminal): CellRun[][] {
  const { active } = terminal.buffer;
  const cell = active.getNullCell();
  return Array.from({ length: terminal.rows }, (_row, place) => {
    const line = active.getLine(active.baseY + place);
    const runs: CellRun[] = [];
    for (let column = 0; line !== undefined && column < terminal.cols; column += 1) {
      const found = line.getCell(column, cell);
      // The second half of a wide letter.
      if (found === undefined || found.getWidth() === 0) continue;
      const look = lookOf(found);
      const text = found.getChars() === '' ? ' ' : found.getChars();
      const last = runs.at(-1);
      if (last !== undefined && isSameLook(last, look)) runs[runs.length - 1] = { ...last, text: last.text + text };
      else runs.push({ ...look, text });
    }
    return runs;
  });
}

function lookOf(cell: IBufferCell): CellLook {
  return {
    ink: cell.isFgDefault() ? undefined : cell.isFgRGB() ? hex(cell.getFgColor()) : cell.getFgColor(),
    ground: cell.isBgDefault() ? undefined : cell.isBgRGB() ? hex(cell.getBgColor()) : cell.getBgColor(),
    isBold: cell.isBold() !== 0,
    isUnderlined: cell.isUnderline() !== 0,
    isSwapped: cell.isInverse() !== 0,
  };
}

function isSameLook(one: CellLook, other: CellLook): boolean {
  return (
    one.ink === other.ink &&
    one.ground === other.ground &&
    one.isBold === other.isBold &&
    one.isUnderlined === other.isUnderlined &&
    one.isSwapped === other.isSwapped
  );
}

function hex(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}

const eight = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;
/** Of the cube of 216 colours. */
const steps = [0, 95, 135, 175, 215, 255] as const;

/** A colour for the style of an element. */
export function colourOf(colour: number | string): string {
  if (typeof colour === 'string') return colour;
  if (colour < 16) return `var(--shell-${eight[colour % 8] ?? 'black'})`;
  if (colour >= 232) {
    const grey = 8 + (colour - 232) * 10;
    return `rgb(${grey} ${grey} ${grey})`;
  }
  const place = colour - 16;
  const [red, green, blue] = [Math.floor(place / 36), Math.floor(place / 6) % 6, place % 6];
  return `rgb(${steps[red] ?? 0} ${steps[green] ?? 0} ${steps[blue] ?? 0})`;
}
