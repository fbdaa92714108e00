import {
  createFont,
  deleteObject,
  selectObject,
  setBackgroundMode,
  setTextColour,
  textOut,
  textSize,
  transparent,
} from '../../native/gdi32.ts';
import type { Pointer } from '../../native/load-library.ts';
import type { TextStyle } from '../drawing.ts';

const family = 'Segoe UI';
const weights = { regular: 400, demibold: 600 } as const;
const anyCharSet = 1;
const clearType = 5;
const mostKept = 500;
/** GDI draws each text by itself, so that what isolates its direction is not needed, and would show as boxes. */
const isolates = /[\u2066-\u2069]/g;

/** Texts in Windows' own interface font, with what it falls back to for other scripts. Measures in real pixels. */
export interface GdiText {
  widthOf(text: string, style: TextStyle): number;
  /** Draws into the context with the text's cell in the middle of a line that is `lineHeight` high. */
  draw(
    dc: Pointer,
    text: string,
    style: TextStyle,
    at: { x: number; y: number; lineHeight: number },
    colour: number,
  ): void;
  close(): void;
}

/** `measuring` is a drawing context of its own; `scale` is real pixels for a design pixel. */
export function gdiText(measuring: Pointer, scale: number): GdiText {
  const fonts = new Map<string, Pointer>();
  const widths = new Map<string, number>();

  return {
    widthOf(text, style) {
      const key = `${style.size}/${style.strong}/${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      use(measuring, style);
      const { width } = textSize(measuring, shown(text));
      if (widths.size > mostKept) widths.clear();
      widths.set(key, width);
      return width;
    },
    draw(dc, text, style, { x, y, lineHeight }, colour) {
      use(dc, style);
      const { height } = textSize(dc, 'Hg');
      setBackgroundMode(dc, transparent);
      setTextColour(dc, blueFirst(colour));
      const visible = shown(text);
      textOut(dc, x, Math.round(y + (lineHeight - height) / 2), visible, visible.length);
    },
    close() {
      for (const font of fonts.values()) deleteObject(font);
      fonts.clear();
      widths.clear();
    },
  };

  function use(dc: Pointer, style: TextStyle): void {
    const key = `${style.size}/${style.strong}`;
    let font = fonts.get(key);
    if (font === undefined) {
      // Negative: the height of letters, not of lines.
      const height = -Math.round(style.size * scale);
      const weight = style.strong ? weights.demibold : weights.regular;
      font = createFont(height, 0, 0, 0, weight, 0, 0, 0, anyCharSet, 0, 0, clearType, 0, family) ?? undefined;
      if (font === undefined) return;
      fonts.set(key, font);
    }
    selectObject(dc, font);
  }
}

function shown(text: string): string {
  return text.replace(isolates, '');
}

/** A `COLORREF`. */
function blueFirst(colour: number): number {
  return ((colour & 0xff) << 16) | (colour & 0xff00) | ((colour >> 16) & 0xff);
}
