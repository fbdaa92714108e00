/** Branding: what the web panel asks, and what customer pages hear. */
import * as v from 'valibot';
import { BrandColour, BrandTexts, Branding } from './branding.ts';
import { Nothing, operation } from './contract.ts';

const one = v.strictObject({ branding: Branding });

/** PNG, JPEG or WebP in base64, at most 300 kB decoded. The server checks the content and makes a picture of its own from it. */
export const LogoData = v.pipe(v.string(), v.maxLength(400_000), v.base64());

export const adminBrandingOperations = {
  'branding.get': operation(Nothing, one),
  'branding.update': operation(v.strictObject({ colour: v.nullable(BrandColour), texts: BrandTexts }), one),
  'branding.setLogo': operation(v.strictObject({ logo: v.nullable(LogoData) }), one),
};

/** The pages' look or words changed. */
export const brandingChanged = v.strictObject({ type: v.literal('branding.changed'), branding: Branding });
