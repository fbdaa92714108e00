import * as v from 'valibot';
import { BrandColour, BrandTexts } from '../../../../shared/contract/branding.ts';
import type { Branding } from '../../../../shared/contract/branding.ts';
import { brandingTexts as words } from '../../texts/admin-branding-en.ts';
import type { FieldRule } from '../form/find-faults.ts';

/** What can be changed of the branding with one Save. An empty colour is the product's own. */
export type BrandingDraft = { colour: string } & BrandTexts;

export function brandingDraft({ colour, texts }: Branding): BrandingDraft {
  return { colour: colour ?? '', ...texts };
}

/** What each field must be, as the contract has it. */
export const brandingRules = {
  colour: [v.union([v.literal(''), BrandColour]), words.wrongColour],
  line: [BrandTexts.entries.line, words.wrong.line],
  title: [BrandTexts.entries.title, words.wrong.title],
  lead: [BrandTexts.entries.lead, words.wrong.lead],
  privacy: [BrandTexts.entries.privacy, words.wrong.privacy],
  privacyLink: [BrandTexts.entries.privacyLink, words.wrong.privacyLink],
  closed: [BrandTexts.entries.closed, words.wrong.closed],
} as const satisfies Record<keyof BrandingDraft, FieldRule>;

/** The draft as the server takes it; fields that do not fit yet are as saved. */
export function brandingOf(draft: BrandingDraft, saved: BrandingDraft): Pick<Branding, 'colour' | 'texts'> {
  const fitting = <Key extends keyof BrandingDraft>(key: Key): string => {
    const trimmed = draft[key].trim();
    return v.is(brandingRules[key][0], trimmed) ? trimmed : saved[key];
  };
  const colour = fitting('colour').toLowerCase();
  return {
    colour: colour === '' ? null : colour,
    texts: {
      line: fitting('line'),
      title: fitting('title'),
      lead: fitting('lead'),
      privacy: fitting('privacy'),
      privacyLink: fitting('privacyLink'),
      closed: fitting('closed'),
    },
  };
}

/** What differs, in words; nothing when all is as saved. */
export function brandingChanges(saved: BrandingDraft, now: BrandingDraft): string[] {
  const keys = ['line', 'title', 'lead', 'privacy', 'privacyLink', 'closed'] as const;
  const isColourChanged = saved.colour !== now.colour.trim().toLowerCase();
  return [
    ...(isColourChanged ? [words.changes.colour(saved.colour || words.usual, now.colour.trim() || words.usual)] : []),
    ...keys.filter((key) => saved[key] !== now[key].trim()).map((key) => words.changes[key]),
  ];
}
