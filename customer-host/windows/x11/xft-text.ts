import koffi from 'koffi';
import type { TextStyle } from '../drawing.ts';
import { visualOrder } from './visual-order.ts';
import type { Pointer } from './xlib-windows.ts';
import { loadLibrary } from './xlib-windows.ts';

// The customer's own interface font; fontconfig knows `system-ui` since 2.13 and takes the next name before that.
// In a pattern's name a bare hyphen would begin the size.
const FAMILIES = 'system\\-ui,sans\\-serif';
// Before 2.3.5 libXft sent coloured glyphs in requests that are too long, and the X server refused them.
const XFT_WITH_COLOUR = 20_305;
const JOINERS = /\u200c|\u200d|\p{Variation_Selector}/gu;

/** A stretch of text that one font can draw. */
export interface FontRun {
  readonly text: string;
  readonly bytes: number;
  readonly font: Pointer;
  readonly width: number;
}

/** Fonts of the X connection, with fallback for every script that the system has a font for. Measures in real pixels. */
export interface XftText {
  runs(text: string, style: TextStyle): FontRun[];
  /** Distance from the top of a line to its baseline. */
  baseline(style: TextStyle, lineHeight: number): number;
  close(): void;
}

/** Opens the fonts; `scale` is real pixels for a design pixel. */
export function xftText(display: Pointer, screen: number, scale: number): XftText {
  const native = loadFonts();
  const chosen = new Map<string, Pointer>();
  const opened: Pointer[] = [];
  const measured = new Map<string, FontRun[]>();

  return {
    runs(text, style) {
      const key = `${style.size}/${style.strong}/${text}`;
      const known = measured.get(key);
      if (known) return known;
      const runs = splitByFont(visualOrder(text.replace(JOINERS, '')), style);
      if (measured.size > 500) measured.clear();
      measured.set(key, runs);
      return runs;
    },
    baseline(style, lineHeight) {
      const font = new DataView(koffi.view(baseFont(style), 8));
      const ascent = font.getInt32(0, true);
      const descent = font.getInt32(4, true);
      return Math.round((lineHeight - ascent - descent) / 2 + ascent);
    },
    close() {
      for (const font of opened) native.closeFont(display, font);
      opened.length = 0;
      chosen.clear();
      measured.clear();
    },
  };

  function splitByFont(text: string, style: TextStyle): FontRun[] {
    const parts: { text: string; font: Pointer }[] = [];
    for (const letter of text) {
      const last = parts.at(-1);
      const font = last && isMark(letter) && has(last.font, letter) ? last.font : fontFor(letter, style);
      if (last && last.font === font) last.text += letter;
      else parts.push({ text: letter, font });
    }
    return parts.map((part) => {
      const bytes = Buffer.byteLength(part.text);
      return { ...part, bytes, width: widthOf(part.font, part.text, bytes) };
    });
  }

  function widthOf(font: Pointer, text: string, bytes: number): number {
    const extents = Buffer.alloc(12);
    native.extents(display, font, text, bytes, extents);
    return extents.readInt16LE(8);
  }

  function fontFor(letter: string, style: TextStyle): Pointer {
    const base = baseFont(style);
    if (has(base, letter)) return base;
    const key = `${style.size}/${style.strong}/${letter}`;
    const known = chosen.get(key);
    if (known !== undefined) return known;
    const font = fallbackFont(letter, style) ?? base;
    chosen.set(key, font);
    return font;
  }

  function baseFont(style: TextStyle): Pointer {
    const key = `${style.size}/${style.strong}`;
    const known = chosen.get(key);
    if (known !== undefined) return known;
    const font = native.openName(display, screen, patternName(style));
    if (font === null) throw new Error('X has no font at all');
    opened.push(font);
    chosen.set(key, font);
    return font;
  }

  function fallbackFont(letter: string, style: TextStyle): Pointer | undefined {
    const pattern = native.nameParse(patternName(style));
    const letters = native.charSetCreate();
    native.charSetAdd(letters, codePoint(letter));
    native.patternAddCharSet(pattern, 'charset', letters);
    const match = native.match(display, screen, pattern, Buffer.alloc(4));
    native.charSetDestroy(letters);
    native.patternDestroy(pattern);
    if (match === null) return undefined;
    const isColour = Buffer.alloc(4);
    native.patternGetBool(match, 'color', 0, isColour);
    if (isColour.readInt32LE(0) === 1 && native.version() < XFT_WITH_COLOUR) {
      native.patternDestroy(match);
      return undefined;
    }
    const font = native.openPattern(display, match);
    if (font === null) {
      native.patternDestroy(match);
      return undefined;
    }
    opened.push(font);
    return has(font, letter) ? font : undefined;
  }

  function has(font: Pointer, letter: string): boolean {
    return native.charExists(display, font, codePoint(letter)) !== 0;
  }

  function patternName(style: TextStyle): string {
    const weight = style.strong ? 'demibold' : 'regular';
    return `${FAMILIES}:${weight}:pixelsize=${Math.round(style.size * scale)}`;
  }
}

function isMark(letter: string): boolean {
  return /^\p{M}/u.test(letter);
}

function codePoint(letter: string): number {
  return letter.codePointAt(0) ?? 0xfffd;
}

interface FontFunctions {
  openName(display: Pointer, screen: number, name: string): Pointer | null;
  openPattern(display: Pointer, pattern: Pointer): Pointer | null;
  closeFont(display: Pointer, font: Pointer): void;
  charExists(display: Pointer, font: Pointer, code: number): number;
  extents(display: Pointer, font: Pointer, text: string, bytes: number, out: Buffer): void;
  match(display: Pointer, screen: number, pattern: Pointer, result: Buffer): Pointer | null;
  version(): number;
  nameParse(name: string): Pointer;
  charSetCreate(): Pointer;
  charSetAdd(set: Pointer, code: number): number;
  charSetDestroy(set: Pointer): void;
  patternAddCharSet(pattern: Pointer, object: string, set: Pointer): number;
  patternGetBool(pattern: Pointer, object: string, index: number, out: Buffer): number;
  patternDestroy(pattern: Pointer): void;
}

function loadFonts(): FontFunctions {
  const xft = loadLibrary('libXft.so.2');
  const fontconfig = loadLibrary('libfontconfig.so.1');
  return {
    openName: xft.func('void *XftFontOpenName(void *, int, const char *)'),
    openPattern: xft.func('void *XftFontOpenPattern(void *, void *)'),
    closeFont: xft.func('void XftFontClose(void *, void *)'),
    charExists: xft.func('int XftCharExists(void *, void *, uint32_t)'),
    extents: xft.func('void XftTextExtentsUtf8(void *, void *, const char *, int, void *)'),
    match: xft.func('void *XftFontMatch(void *, int, void *, void *)'),
    version: xft.func('int XftGetVersion()'),
    nameParse: fontconfig.func('void *FcNameParse(const char *)'),
    charSetCreate: fontconfig.func('void *FcCharSetCreate()'),
    charSetAdd: fontconfig.func('int FcCharSetAddChar(void *, uint32_t)'),
    charSetDestroy: fontconfig.func('void FcCharSetDestroy(void *)'),
    patternAddCharSet: fontconfig.func('int FcPatternAddCharSet(void *, const char *, void *)'),
    patternGetBool: fontconfig.func('int FcPatternGetBool(void *, const char *, int, void *)'),
    patternDestroy: fontconfig.func('void FcPatternDestroy(void *)'),
  };
}
