import { findScroll } from './find-scroll.ts';
import type { Scroll } from './find-scroll.ts';
import { clipToScreen } from './rectangle.ts';
import type { Rectangle } from './rectangle.ts';

const bytesPerPixel = 4;
/** Rows compared and reported together. */
const bandRows = 16;
/** Width of the cells in which a change is located, in pixels. */
const cellPixels = 64;

const cell = { asSent: 0, suspect: 1, neverSent: 2 } as const;
type Cell = (typeof cell)[keyof typeof cell];

/**
 * Knows what one viewer has been sent, and finds where a frame differs from that. A display also reports what it drew
 * again unchanged, so damage is only where to look. The screen is cut into bands of 16 rows and cells of 64 columns.
 */
export class FrameDiff {
  readonly #width: number;
  readonly #height: number;
  readonly #sent: Buffer;
  readonly #cells: Cell[][];

  /** @param width pixels @param height pixels; a screen of another size needs another FrameDiff */
  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#sent = Buffer.alloc(width * height * bytesPerPixel);
    const columns = Math.ceil(width / cellPixels);
    const bands = Math.ceil(height / bandRows);
    this.#cells = Array.from({ length: bands }, () => new Array<Cell>(columns).fill(cell.neverSent));
  }

  /** The screen as it was sent so far. It changes only by `commit`, so it can be packed while the screen goes on. */
  get sent(): Buffer {
    return this.#sent;
  }

  /** Something was drawn here: `changes` looks there until it finds nothing new. */
  damage(rectangles: readonly Rectangle[]): void {
    for (const rectangle of rectangles) {
      this.#eachCell(rectangle, (band, column) => {
        if (band[column] === cell.asSent) band[column] = cell.suspect;
      });
    }
  }

  /**
   * Finds whether the largest of these damaged rectangles scrolled what the viewer has, and if so keeps it as moved:
   * the viewer must be told to move it too. Looks only at rectangles of at least `minPixels`.
   */
  follow(frame: Buffer, damaged: readonly Rectangle[], minPixels: number): Scroll | undefined {
    const areaOf = ({ width, height }: Rectangle): number => width * height;
    const [largest] = damaged.toSorted((a, b) => areaOf(b) - areaOf(a));
    const within = largest && clipToScreen(largest, this.#width, this.#height);
    if (!within || areaOf(within) < minPixels || this.#hasUnsent(within)) return undefined;
    const scroll = findScroll(this.#sent, frame, this.#width, within);
    if (scroll) this.#move(scroll);
    return scroll;
  }

  /**
   * Where `frame` (four bytes a pixel, rows without gaps) differs from what was sent, from the top; cut at bands, and
   * joined where bands above each other changed alike. Stops after the band that reaches `maxPixels`.
   * @throws RangeError when `frame` has another size
   */
  changes(frame: Buffer, maxPixels = Infinity): Rectangle[] {
    if (frame.length !== this.#sent.length) {
      throw new RangeError(`A frame of ${this.#sent.length} bytes was expected, not ${frame.length}.`);
    }
    const rectangles: Rectangle[] = [];
    let pixels = 0;
    for (let index = 0; index < this.#cells.length && pixels < maxPixels; index += 1) {
      for (const rectangle of this.#changesInBand(frame, index)) {
        rectangles.push(rectangle);
        pixels += rectangle.width * rectangle.height;
      }
    }
    return joinBands(rectangles);
  }

  /** These areas, as `changes` gave them for this very frame, have been sent. */
  commit(frame: Buffer, areas: readonly Rectangle[]): void {
    for (const area of areas) {
      this.#keep(frame, area);
      this.#eachCell(area, (band, column) => {
        band[column] = cell.asSent;
      });
    }
  }

  /** Nothing of what was sent counts any more: the next `changes` names the whole screen. */
  reset(): void {
    for (const band of this.#cells) band.fill(cell.neverSent);
  }

  #hasUnsent(area: Rectangle): boolean {
    let found = false;
    this.#eachCell(area, (band, column) => {
      found ||= band[column] === cell.neverSent;
    });
    return found;
  }

  /** Rows are taken in the order in which none is overwritten before it was read. */
  #move({ area, fromY }: Scroll): void {
    const bytes = area.width * bytesPerPixel;
    for (let index = 0; index < area.height; index += 1) {
      const row = fromY > area.y ? index : area.height - 1 - index;
      const from = this.#offset(area.x, fromY + row);
      this.#sent.copy(this.#sent, this.#offset(area.x, area.y + row), from, from + bytes);
    }
    this.damage([area]);
  }

  #changesInBand(frame: Buffer, index: number): Rectangle[] {
    const band = this.#cells[index];
    if (!band || band.every((state) => state === cell.asSent)) return [];
    const top = index * bandRows;
    const rows = Math.min(bandRows, this.#height - top);
    const changed = band.map((state) => state === cell.neverSent);
    const suspects = band.map((state) => state === cell.suspect);
    for (const [first, end] of runsOf(suspects)) this.#markChanged(frame, top, rows, first, end, changed);
    suspects.forEach((isSuspect, column) => {
      if (isSuspect && !changed[column]) band[column] = cell.asSent;
    });
    return runsOf(changed).map(([first, end]) => {
      const x = first * cellPixels;
      return { x, y: top, width: Math.min(end * cellPixels, this.#width) - x, height: rows };
    });
  }

  /** Compares cells `first` to `end` of a band; one comparison settles a band, or a row, that did not change. */
  #markChanged(frame: Buffer, top: number, rows: number, first: number, end: number, changed: boolean[]): void {
    const isWholeWidth = first === 0 && end === changed.length;
    if (isWholeWidth && !this.#differs(frame, this.#offset(0, top), this.#offset(0, top + rows))) return;
    for (let y = top; y < top + rows; y += 1) {
      const rowEnd = Math.min(end * cellPixels, this.#width);
      if (!this.#differs(frame, this.#offset(first * cellPixels, y), this.#offset(rowEnd, y))) continue;
      for (let column = first; column < end; column += 1) {
        if (changed[column]) continue;
        const cellEnd = Math.min((column + 1) * cellPixels, this.#width);
        changed[column] = this.#differs(frame, this.#offset(column * cellPixels, y), this.#offset(cellEnd, y));
      }
    }
  }

  #eachCell(rectangle: Rectangle, visit: (band: Cell[], column: number) => void): void {
    const visible = clipToScreen(rectangle, this.#width, this.#height);
    if (!visible) return;
    const lastBand = Math.floor((visible.y + visible.height - 1) / bandRows);
    const lastColumn = Math.floor((visible.x + visible.width - 1) / cellPixels);
    for (let index = Math.floor(visible.y / bandRows); index <= lastBand; index += 1) {
      const band = this.#cells[index];
      if (!band) continue;
      for (let column = Math.floor(visible.x / cellPixels); column <= lastColumn; column += 1) visit(band, column);
    }
  }

  #differs(frame: Buffer, start: number, end: number): boolean {
    return frame.compare(this.#sent, start, end, start, end) !== 0;
  }

  #keep(frame: Buffer, { x, y, width, height }: Rectangle): void {
    for (let row = y; row < y + height; row += 1) {
      const start = this.#offset(x, row);
      frame.copy(this.#sent, start, start, start + width * bytesPerPixel);
    }
  }

  #offset(x: number, y: number): number {
    return (y * this.#width + x) * bytesPerPixel;
  }
}

/** The stretches of true, each as [first, one past the last]. */
function runsOf(flags: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  let first = -1;
  for (let index = 0; index <= flags.length; index += 1) {
    if (flags[index] === true && first < 0) first = index;
    if (flags[index] !== true && first >= 0) {
      runs.push([first, index]);
      first = -1;
    }
  }
  return runs;
}

/** Joins rectangles that lie directly under each other and are equally wide. */
function joinBands(rectangles: readonly Rectangle[]): Rectangle[] {
  const joined: Rectangle[] = [];
  const open = new Map<string, Rectangle>();
  for (const rectangle of rectangles) {
    const column = `${rectangle.x},${rectangle.width}`;
    const above = open.get(column);
    if (above && above.y + above.height === rectangle.y) {
      above.height += rectangle.height;
      continue;
    }
    const copy = { ...rectangle };
    open.set(column, copy);
    joined.push(copy);
  }
  return joined;
}
