/**
 * In which language the page speaks. Decided once, before anything is drawn: whoever changes it loads the page anew, so
 * that no text on it can be of two languages.
 */
import { chooseLanguage, isLanguage } from './choose-language.ts';
import type { Language } from './choose-language.ts';

const keptAs = 'remotehelp.language';

/** Those that the page says it is complete in (`<html data-languages="en de">`), in the order in which they are offered. */
export const pageLanguages: readonly Language[] = readPageLanguages();

/** What the page speaks; English where it says nothing of languages. */
export const pageLanguage: Language = chooseLanguage(pageLanguages, keptLanguage(), wishedLanguages());

/**
 * How dates and numbers are written: as the reader's browser has it for this language (`de-AT`), else as the language has
 * it. `undefined` where the page has one language only: then the browser decides.
 */
export const pageLocale: string | undefined =
  pageLanguages.length < 2
    ? undefined
    : (wishedLanguages().find((wished) => wished.toLowerCase().split('-')[0] === pageLanguage) ?? pageLanguage);

/** Says the language to the browser and to screen readers. */
export function markLanguage(page: Document): void {
  page.documentElement.lang = pageLanguage;
}

/** Keeps the reader's choice in this browser, and loads the page anew in it. */
export function changeLanguage(language: Language, page: Pick<Window, 'localStorage' | 'location'>): void {
  try {
    page.localStorage.setItem(keptAs, language);
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

function keptLanguage(): string | null {
  try {
    return globalThis.localStorage?.getItem(keptAs) ?? null;
  } catch {
    return null;
  }
}

function wishedLanguages(): readonly string[] {
  return globalThis.navigator?.languages ?? [];
}
