import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { pickTexts } from './pick-texts.ts';
import type { Words } from './pick-texts.ts';
import { textsDe as de } from './texts-de.ts';
import { textsEn as en } from './texts-en.ts';
import type { ComponentTexts } from './texts-en.ts';

/** The components' own words, in the language of the page; a provider changes them for what is in it. */
export const ComponentTextsContext = createContext<Words<ComponentTexts>>(pickTexts({ en, de }));

/** The components' own words in the reader's language. */
export function useComponentTexts(): Words<ComponentTexts> {
  return useContext(ComponentTextsContext);
}
