import { safeName } from '../../shared/ui/safe-text.ts';

/** First name and first letter of the last, for narrow places: `Marta K.`; a single word stays whole. */
export function shortName(name: string): string {
  const words = safeName(name, 80).split(' ');
  const last = words.length > 1 ? [...(words.at(-1) ?? '')][0] : undefined;
  return last === undefined ? (words[0] ?? '') : `${words[0] ?? ''} ${last}.`;
}
