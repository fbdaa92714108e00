/** The languages there are, and which one a reader gets. Pure. */

/** Each by its own name, as its readers look for it. */
export const languageNames = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languageNames;

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languageNames, tag);
}

/** What the reader has chosen, else the first that the browser asks for and the page has, else English. */
export function chooseLanguage(
  offered: readonly Language[],
  chosen: string | null,
  wished: readonly string[],
): Language {
  const tags = [...(chosen === null ? [] : [chosen]), ...wished];
  for (const tag of tags) {
    const found = offered.find((language) => language === tag.toLowerCase().split('-')[0]);
    if (found !== undefined) return found;
  }
  return 'en';
}
