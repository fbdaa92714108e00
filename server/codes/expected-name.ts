/**
 * Whether somebody is the one whom the rep named when the code was made. Then the rep has accepted them already; of
 * anybody else, who may have hit the code by guessing, the rep is asked. Every word that the rep wrote must be there,
 * whatever its case, accents and order: "Marta" expects "Marta Kowalenko", and no name expects nobody. Pure.
 */
export function isExpected(named: string, typed: string): boolean {
  const expected = wordsOf(named);
  const given = new Set(wordsOf(typed));
  return expected.length > 0 && expected.every((word) => given.has(word));
}

function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
