import { brandPalette } from '../../shared/contract/brand-palette.ts';
import type { AccentFamily } from '../../shared/contract/brand-palette.ts';

/**
 * The style sheet that puts the organisation's colour over the product's. Its selectors are heavier than those of the
 * tokens, so that it counts wherever it is linked. Nothing in it was written by a person: the colour was parsed, and every
 * value is made from it.
 */
export function brandStyle(colour: string | null): string {
  if (colour === null) return '/* The product’s own colours. */\n';
  const { light, dark } = brandPalette(colour);
  return [
    `:root:root{${values(light)}}`,
    `@media (prefers-color-scheme:dark){:root:root:not([data-theme='light']){${values(dark)}}}`,
    `:root:root[data-theme='dark']{${values(dark)}}`,
    '',
  ].join('\n');
}

function values(family: AccentFamily): string {
  return Object.entries(family)
    .map(([name, value]) => `--${name}:${String(value)}`)
    .join(';');
}
