/** X's names for keys that this program uses by themselves. */
export const keysym = {
  backspace: 0xff08,
  tab: 0xff09,
  enter: 0xff0d,
  shift: 0xffe1,
  level3Shift: 0xfe03,
} as const;

/** Keysyms from here are Unicode code points. */
const unicodeKeysyms = 0x1000000;

/**
 * The keysym of a character: Latin 1 as it is, line end and tab as the keys that make them, the rest as Unicode. Nothing
 * for other control characters and halves of surrogate pairs, which no key makes.
 */
export function keysymOfCharacter(character: string): number | undefined {
  const codePoint = character.codePointAt(0);
  if (codePoint === undefined) return undefined;
  if (codePoint === 0x0a || codePoint === 0x0d) return keysym.enter;
  if (codePoint === 0x09) return keysym.tab;
  if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)) return undefined;
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return undefined;
  return codePoint <= 0xff ? codePoint : unicodeKeysyms + codePoint;
}

/** The keysyms of a text, one per character; a line end of two characters is one Enter. */
export function keysymsOfText(text: string): number[] {
  const keysyms: number[] = [];
  for (const character of text.replaceAll('\r\n', '\n')) {
    const found = keysymOfCharacter(character);
    if (found !== undefined) keysyms.push(found);
  }
  return keysyms;
}
