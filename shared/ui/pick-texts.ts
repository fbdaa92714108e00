/** Texts in the language of the page. */
import { pageLanguage } from './language.ts';
import type { Language } from './choose-language.ts';

/** Any texts of this shape: English ones are often written `as const`, and another language says something else. */
export type Words<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Words<Said>
    : T extends readonly (infer One)[]
      ? readonly Words<One>[]
      : T extends object
        ? { readonly [Key in keyof T]: Words<T[Key]> }
        : T;

/** What another language may give of it: where it has no words yet, the English ones stand. */
export type Translation<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Words<Said>
    : T extends readonly (infer One)[]
      ? readonly Words<One>[]
      : T extends object
        ? { readonly [Key in keyof T]?: Translation<T[Key]> }
        : T;

/** The page's texts: each in its language, and in English where that has none. */
export function pickTexts<T extends object>(
  texts: { readonly en: T } & Readonly<Record<Exclude<Language, 'en'>, Translation<NoInfer<T>>>>,
  language: Language = pageLanguage,
): Words<T> {
  // Both are texts of this shape by their types; only their join cannot be said in one.
  return (language === 'en' ? texts.en : join(texts.en, texts[language])) as Words<T>;
}

function join(english: unknown, own: unknown): unknown {
  if (own === undefined) return english;
  if (!isRecord(english) || !isRecord(own)) return own;
  return Object.fromEntries(Object.entries(english).map(([key, text]) => [key, join(text, own[key])]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
