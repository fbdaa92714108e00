import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { brandStyle } from '../../../../server/branding/brand-style.ts';
import { brandPalette, brandSurroundings } from '../../../../shared/contract/brand-palette.ts';
import { toHex, toOklch } from '../../../../shared/contract/colour.ts';
import { contrast } from '../ui/contrast.ts';

const aColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('What is made of an organisation’s colour', () => {
  it('can be read on every ground of the pages, light and dark, whatever the colour is', () => {
    fc.assert(
      fc.property(aColour, (colour) => {
        const { light, dark, pairs } = brandPalette(colour);
        assert.deepEqual(
          pairs.filter(({ ratio, needed }) => ratio < needed),
          [],
          colour,
        );
        for (const ground of brandSurroundings.light) assert.ok(contrast(light['accent-text'], ground) >= 4.5, colour);
        for (const ground of brandSurroundings.dark) assert.ok(contrast(dark['accent-text'], ground) >= 4.5, colour);
        assert.ok(contrast(light['on-accent'], light.accent) >= 4.5, colour);
      }),
    );
  });

  it('keeps a colour that can be read as it is', () => {
    assert.equal(brandPalette('#0b5f78').light.accent, '#0b5f78');
  });

  it('keeps its hue', () => {
    const { light, dark } = brandPalette('#f2b705');
    for (const colour of [light.accent, dark.accent]) {
      assert.ok(Math.abs(toOklch(colour).hue - toOklch('#f2b705').hue) < 3, colour);
    }
  });

  it('is reckoned against the colours that the tokens really have', () => {
    const sheet = readFileSync(new URL('../../../../shared/ui/tokens.css', import.meta.url), 'utf8');
    const { light, dark, live, danger } = brandSurroundings;
    for (const colour of [...light, ...dark, live, danger]) assert.ok(sheet.includes(`: ${colour};`), colour);
  });

  it('tells of a colour that could be taken for being seen, or for a warning', () => {
    assert.equal(brandPalette('#7a2f8c').looksLike, 'live');
    assert.equal(brandPalette('#c0281f').looksLike, 'danger');
    assert.equal(brandPalette('#2c7a4b').looksLike, undefined);
    assert.equal(brandPalette('#777777').looksLike, undefined);
  });

  it('comes back from OKLCH as the colour that it was', () => {
    fc.assert(fc.property(aColour, (colour) => assert.equal(toHex(toOklch(colour)), colour)));
  });

  it('is a style sheet of colours and nothing else', () => {
    fc.assert(
      fc.property(aColour, (colour) => {
        const values = [...brandStyle(colour).matchAll(/--[a-z-]+:([^;}]*)/g)].map(([, value]) => value);
        assert.equal(values.length, 15);
        for (const value of values) assert.match(value ?? '', /^#[0-9a-f]{6}$/);
      }),
    );
  });
});
