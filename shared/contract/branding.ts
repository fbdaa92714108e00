/** How customer pages look and greet: the organisation's logo, one colour, and its own words. */
import * as v from 'valibot';
import { PicturePath } from './account.ts';
import { optionalLine, paragraph } from './text.ts';

/** One colour, `#` and six hex digits in lower case: never any other piece of a style sheet. */
export const BrandColour = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #0b5f78'),
);

/** An https address, or nothing. */
const OptionalLink = v.union([
  v.literal(''),
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(500),
    v.regex(/^https:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i, 'must be an address that begins with https://'),
  ),
]);

/** The organisation's own words on the customer's pages: plain text, whatever it looks like. Empty: the page's usual words. */
export const BrandTexts = v.strictObject({
  /** Below the organisation's name. */
  line: optionalLine(60),
  title: optionalLine(60),
  lead: optionalLine(200),
  privacy: paragraph(600),
  privacyLink: OptionalLink,
  /** When nobody is there. */
  closed: paragraph(300),
});
export type BrandTexts = v.InferOutput<typeof BrandTexts>;

export const noBrandTexts: BrandTexts = { line: '', title: '', lead: '', privacy: '', privacyLink: '', closed: '' };

/** What a customer's page shows. `colour: null`: the product's own. */
export const Branding = v.strictObject({
  logo: PicturePath,
  colour: v.nullable(BrandColour),
  texts: BrandTexts,
});
export type Branding = v.InferOutput<typeof Branding>;

/** Before anybody has branded anything. */
export const plainBranding: Branding = { logo: null, colour: null, texts: noBrandTexts };
