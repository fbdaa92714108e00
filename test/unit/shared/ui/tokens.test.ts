import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { contrast } from './contrast.ts';

const sheet = readFileSync(new URL('../../../../shared/ui/tokens.css', import.meta.url), 'utf8');
const light = valuesOf("[data-theme='light']");
const darkBySystem = valuesOf(":root:not([data-theme='light'])");
const darkByChoice = valuesOf("[data-theme='dark']");

const GROUNDS = ['ground', 'surface', 'sunken', 'tint', 'hover', 'raised'];

/* What UI.md promises: which colour on which, and the worst ratio in light and in dark. */
const PROMISES: readonly (readonly [colour: string, grounds: readonly string[], light: number, dark: number])[] = [
  ['text', GROUNDS, 13.6, 10.9],
  ['text-soft', GROUNDS, 6.1, 6.6],
  ['text-faint', GROUNDS, 4.6, 4.7],
  ['line-strong', ['ground', 'surface', 'raised'], 3.4, 3.5],
  ['line-strong', GROUNDS, 3, 3],
  ['on-accent', ['accent'], 7.2, 7.6],
  ['accent-text', ['accent-soft'], 6, 7],
  ['on-live', ['live'], 8, 6.5],
  ['live-line', ['ground', 'surface'], 7.2, 4.8],
  ['live-text', ['live-soft'], 6.9, 7.6],
  ['ok-text', ['ok-soft'], 5.3, 7.1],
  ['wait-text', ['wait-soft'], 5.9, 7.3],
  ['on-danger', ['danger'], 6.5, 6.8],
  ['danger-text', ['danger-soft'], 6, 7.4],
  ['ok', ['ground', 'surface'], 3.2, 6.5],
  ['wait', ['ground', 'surface'], 3.3, 6.8],
  ['focus', ['ground', 'surface'], 15, 15],
  ['chart-1', ['surface'], 3.7, 4.7],
  ['chart-2', ['surface'], 3.7, 4.7],
  ['chart-3', ['surface'], 3.7, 4.7],
  ['chart-4', ['surface'], 3.7, 4.7],
];

describe('design tokens', () => {
  it('have the same dark values for the system’s setting and for the reader’s own', () => {
    deepEqual(Object.fromEntries(darkBySystem), Object.fromEntries(darkByChoice));
  });

  it('give every colour that changes in the dark a value in the light', () => {
    deepEqual(
      [...darkBySystem.keys()].filter((name) => !light.has(name)),
      [],
    );
  });

  for (const [colour, grounds, inLight, inDark] of PROMISES)
    it(`keep ${colour} readable on ${grounds.join(', ')}`, () => {
      for (const ground of grounds) {
        const lightRatio = ratio(light, colour, ground);
        const darkRatio = ratio(new Map([...light, ...darkBySystem]), colour, ground);
        ok(lightRatio >= inLight - 0.05, `light: ${colour} on ${ground} is ${lightRatio.toFixed(2)}, not ${inLight}`);
        ok(darkRatio >= inDark - 0.05, `dark: ${colour} on ${ground} is ${darkRatio.toFixed(2)}, not ${inDark}`);
      }
    });
});

function ratio(values: ReadonlyMap<string, string>, colour: string, ground: string): number {
  return contrast(valueOf(values, colour), valueOf(values, ground));
}

function valueOf(values: ReadonlyMap<string, string>, name: string): string {
  const value = values.get(name);
  if (value === undefined) throw new Error(`tokens.css has no --${name}`);
  return value;
}

function valuesOf(selector: string): Map<string, string> {
  const start = sheet.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no ${selector}`);
  const block = sheet.slice(start, sheet.indexOf('}', start));
  return new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}
