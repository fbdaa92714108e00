/** How many digits a connection code has. */
export const CODE_LENGTH = 6;

/**
 * The digits of what somebody typed, pasted or dictated: blanks, dashes and letters fall away, digits of other
 * scripts (full width, Arabic-Indic, Devanagari) become plain ones. At most six; the first six win.
 */
export function codeDigits(typed: string): string {
  return [...typed.normalize('NFKC')].map(plainDigit).join('').slice(0, CODE_LENGTH);
}

/** A code as it is shown and read out: `482 913`. */
export function spacedCode(digits: string): string {
  return digits.length > 3 ? `${digits.slice(0, 3)} ${digits.slice(3)}` : digits;
}

function plainDigit(character: string): string {
  if (/^[0-9]$/.test(character)) return character;
  return /^\p{Nd}$/u.test(character) ? String(digitValue(character)) : '';
}

/* Unicode keeps the ten digits of a script in one row from zero to nine, so the value is the distance to the zero. */
function digitValue(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return value;
}
