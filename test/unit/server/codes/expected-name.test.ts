import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isExpected } from '../../../../server/codes/expected-name.ts';

describe('The name that a rep expects', () => {
  const cases: readonly [named: string, typed: string, expected: boolean][] = [
    ['Marta', 'Marta', true],
    ['Marta', 'marta kowalenko', true],
    ['Kowalenko, Marta', 'Marta Kowalenko', true],
    ['Marta Kowalenko', 'Marta', false],
    ['José', 'Jose Alvarez', true],
    ['Marta', 'Marta Anna Kowalenko', true],
    ['Marta', 'Anna Maria Marta Julia', false],
    ['Marta', 'Martha', false],
    ['Ann', 'Joanna', false],
    ['', 'Marta', false],
    ['—', 'Marta', false],
    ['박 지민', '박 지민', true],
  ];

  for (const [named, typed, expected] of cases) {
    it(`${expected ? 'lets' : 'does not let'} “${typed}” in where “${named}” is expected`, () => {
      assert.equal(isExpected(named, typed), expected);
    });
  }

  it('expects whoever has all its words and two more at most, and nobody where it has none', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), fc.array(word, { maxLength: 6 }), (named, typed) => {
        const hasAll = named.length > 0 && named.every((one) => typed.includes(one));
        const further = new Set(typed.filter((one) => !named.includes(one)));
        const isOne = hasAll && further.size <= 2;
        assert.equal(isExpected(named.join(' '), typed.join('  ').toUpperCase()), isOne);
      }),
    );
  });
});
