/**
 * What becomes of an organisation's one colour: the accent family of the tokens, light and dark. Hue stays; lightness is
 * moved as little as the contrasts need. States, the colour of being seen, and focus are never branded. Pure.
 */
import { contrast, toHex, toOklch } from './colour.ts';
import type { Oklch } from './colour.ts';

/** The family that branding replaces, by the names of the tokens. */
export interface AccentFamily {
  readonly accent: string;
  readonly 'accent-hover': string;
  readonly 'on-accent': string;
  readonly 'accent-text': string;
  readonly 'accent-soft': string;
}

/** Two colours that meet on a page: what their contrast is, and what it has to be. */
export interface ContrastPair {
  readonly theme: 'light' | 'dark';
  readonly pair: 'button' | 'shape' | 'link' | 'chosen';
  readonly ratio: number;
  readonly needed: number;
}

export interface BrandPalette {
  readonly light: AccentFamily;
  readonly dark: AccentFamily;
  readonly pairs: readonly ContrastPair[];
  /** Looks so much like a colour with a meaning of its own that people could take one for the other. */
  readonly looksLike: 'live' | 'danger' | undefined;
}

/** What the accent family lies on, and what it must not be taken for: the values of tokens.css, which a test compares. */
export const brandSurroundings = {
  light: ['#f4f3ef', '#ffffff', '#eae8e2', '#f1efea'],
  dark: ['#131618', '#1a1e20', '#0f1214', '#2c3236', '#23282b', '#24292c'],
  live: '#7a2f8c',
  danger: '#b3261e',
} as const;

/** WCAG 2.2 AA: words, and shapes that one must make out. */
const needed = { words: 4.5, shapes: 3 } as const;
const step = 0.005;
const hoverStep = 0.06;
/** Hues nearer than this are told apart with an effort only. In degrees. */
const hueApart = 18;
const colourful = 0.06;

/** The accent family of one colour (`#` and six hex digits). */
export function brandPalette(colour: string): BrandPalette {
  const brand = toOklch(colour);
  const light = lightFamily(brand);
  const dark = darkFamily(brand);
  return { light, dark, pairs: [...pairsOf('light', light), ...pairsOf('dark', dark)], looksLike: likeness(brand) };
}

function lightFamily(brand: Oklch): AccentFamily {
  const soft = toHex({ ...brand, lightness: 0.94, chroma: Math.min(brand.chroma * 0.25, 0.03) });
  const onAccent = '#ffffff';
  const accent = moved(brand, -step, (hex) => contrast(hex, onAccent) >= needed.words);
  const text = moved(toOklch(accent), -step, (hex) => worst(hex, [...brandSurroundings.light, soft]) >= needed.words);
  const { lightness, ...rest } = toOklch(accent);
  // What is nearly black already can only become lighter under the pointer.
  const hover = lightness > 0.3 ? lightness - hoverStep : lightness + hoverStep;
  return {
    accent,
    'accent-hover': toHex({ ...rest, lightness: hover }),
    'on-accent': onAccent,
    'accent-text': text,
    'accent-soft': soft,
  };
}

function darkFamily(brand: Oklch): AccentFamily {
  const soft = toHex({ ...brand, lightness: 0.3, chroma: Math.min(brand.chroma * 0.5, 0.05) });
  const onAccent = toHex({ ...brand, lightness: 0.22, chroma: Math.min(brand.chroma, 0.04) });
  const start = { ...brand, lightness: Math.max(brand.lightness, 0.7) };
  const accent = moved(
    start,
    step,
    (hex) => contrast(hex, onAccent) >= needed.words && worst(hex, brandSurroundings.dark) >= needed.shapes,
  );
  const text = moved(toOklch(accent), step, (hex) => worst(hex, [...brandSurroundings.dark, soft]) >= needed.words);
  const { lightness, ...rest } = toOklch(accent);
  const hover = lightness < 0.92 ? lightness + hoverStep : lightness - hoverStep;
  return {
    accent,
    'accent-hover': toHex({ ...rest, lightness: hover }),
    'on-accent': onAccent,
    'accent-text': text,
    'accent-soft': soft,
  };
}

/** Lighter or darker step by step until it is good; the last one that there is when none is. */
function moved(from: Oklch, by: number, isGood: (hex: string) => boolean): string {
  let hex = toHex(from);
  for (let lightness = from.lightness; lightness > 0 && lightness < 1; lightness += by) {
    hex = toHex({ ...from, lightness });
    if (isGood(hex)) return hex;
  }
  return hex;
}

function pairsOf(theme: 'light' | 'dark', family: AccentFamily): ContrastPair[] {
  const grounds = brandSurroundings[theme];
  const words = needed.words;
  return [
    {
      theme,
      pair: 'button',
      ratio: worst(family['on-accent'], [family.accent, family['accent-hover']]),
      needed: words,
    },
    { theme, pair: 'shape', ratio: worst(family.accent, grounds), needed: needed.shapes },
    { theme, pair: 'link', ratio: worst(family['accent-text'], grounds), needed: words },
    { theme, pair: 'chosen', ratio: contrast(family['accent-text'], family['accent-soft']), needed: words },
  ];
}

function worst(colour: string, grounds: readonly string[]): number {
  return Math.min(...grounds.map((ground) => contrast(colour, ground)));
}

function likeness(brand: Oklch): BrandPalette['looksLike'] {
  if (brand.chroma < colourful) return undefined;
  return (['live', 'danger'] as const).find((meaning) => {
    const apart = Math.abs(toOklch(brandSurroundings[meaning]).hue - brand.hue);
    return Math.min(apart, 360 - apart) < hueApart;
  });
}
