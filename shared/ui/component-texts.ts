import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { textsEn } from './texts-en.ts';
import type { ComponentTexts } from './texts-en.ts';

/** Wrap the program in `<ComponentTextsContext.Provider value={textsDe}>` to change the components' own words. */
export const ComponentTextsContext = createContext<ComponentTexts>(textsEn);

/** The components' own words in the reader's language; English without a provider. */
export function useComponentTexts(): ComponentTexts {
  return useContext(ComponentTextsContext);
}
