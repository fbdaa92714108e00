/**
 * In which language the page speaks. Decided once, before anything is drawn: whoever changes it loads the page anew, so
 * that no text on it can be of two languages.
 */
import { chooseLanguage, isLanguage } from './choose-language.ts';
import type { Language } from './choose-language.ts';

const keptAs = 'remotehelp.language';

/** Those that the page says it is complete in (`<html data-languages="en de">`), in the order in which they are offered. */
export const pageLanguages: readonly Language[] = readPageLanguages();

/** What the reader has chosen in this browser; `null` leaves it to what the browser asks for. */
export const chosenLanguage: Language | null = readChosen();

/** What the page speaks; English where it says nothing of languages. */
export const pageLanguage: Language = chooseLanguage(pageLanguages, chosenLanguage, wishedLanguages());

/**
 * How dates and numbers are written: as the reader's browser has it for this language (`de-AT`), else as the language has
 * it. `undefined` where the page has one language only and nobody has chosen it: then the browser decides.
 */
export const pageLocale: string | undefined =
  pageLanguages.length < 2 && chosenLanguage === null
    ? undefined
    : (wishedLanguages().find((wished) => wished.toLowerCase().split('-')[0] === pageLanguage) ?? pageLanguage);

/** Says the language to the browser and to screen readers. */
export function markLanguage(page: Document): void {
  page.documentElement.lang = pageLanguage;
}

/** Keeps the reader's choice in this browser, `null` for none, and loads the page anew in it. */
export function changeLanguage(language: Language | null, page: Pick<Window, 'localStorage' | 'location'>): void {
  try {
    if (language === null) page.localStorage.removeItem(keptAs);
    else page.localStorage.setItem(keptAs, language);
  } catch {
    // A browser that keeps nothing for this page: it stays as it was.
  }
  page.location.reload();
}

function readPageLanguages(): readonly Language[] {
  const said = globalThis.document?.documentElement?.dataset?.['languages'] ?? '';
  const languages = said.split(' ').filter(isLanguage);
  return languages.length === 0 ? ['en'] : languages;
}

function readChosen(): Language | null {
  // Pages that say nothing of languages, and programs without a page, have no choice to keep.
  if (globalThis.document?.documentElement?.dataset?.['languages'] === undefined) return null;
  try {
    const kept = globalThis.localStorage.getItem(keptAs) ?? '';
    return isLanguage(kept) ? kept : null;
  } catch {
    // A browser that keeps nothing for this page.
    return null;
  }
}

function wishedLanguages(): readonly string[] {
  return globalThis.navigator?.languages ?? [];
}
