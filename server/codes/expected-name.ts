/** Words beyond those that the rep wrote: surnames and a second first name. */
const mostFurtherWords = 2;

/**
 * Whether somebody is the one whom the rep named when the code was made. Then the rep has accepted them already; of
 * anybody else, who may have hit the code by guessing, the rep is asked. Every word that the rep wrote must be there,
 * whatever its case, accents and order: "Marta" expects "Marta Kowalenko", and no name expects nobody. Nor does it expect
 * a list of first names, which somebody types who does not know the one that is expected. Pure.
 */
export function isExpected(named: string, typed: string): boolean {
  const expected = wordsOf(named);
  const given = new Set(wordsOf(typed));
  if (expected.length === 0 || !expected.every((word) => given.has(word))) return false;
  return given.size - new Set(expected).size <= mostFurtherWords;
}

function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
