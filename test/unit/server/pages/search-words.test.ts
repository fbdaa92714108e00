import assert from 'node:assert/strict';
import fc from 'fast-check';
import { searchFilter, searchWords, sortKey } from '../../../../server/pages/search-words.ts';

const finds = (typed: string, ...texts: string[]) => {
  const words = searchWords(texts);
  const filter = searchFilter('words', typed);
  return filter === undefined || filter.$and.every(({ words: term }) => words.some((word) => term?.test(word)));
};

describe('searching by words', () => {
  it('finds whoever has a word that begins with each one typed, in any order, case and accent', () => {
    assert.ok(finds('petr ana', 'Ana Petrescu'));
    assert.ok(finds('tomas', 'Tomás Ferreira'));
    assert.ok(finds('FERREIRA Tomá', 'Tomás Ferreira'));
    assert.ok(finds('ana.petr@', 'ana.petrescu@ostervale.example'));
    assert.ok(!finds('escu', 'Ana Petrescu'));
    assert.ok(!finds('ana lima', 'Ana Petrescu'));
    assert.ok(finds('안녕', '안녕하세요 님'));
  });

  it('leaves everything in while nothing is typed, and finds nothing by signs alone', () => {
    assert.equal(searchFilter('words', '  '), undefined);
    assert.ok(!finds('(+)$', 'Ana (Desk) +1'));
  });

  it('makes patterns of letters and digits only, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (typed) => {
        for (const { words } of searchFilter('words', typed)?.$and ?? [])
          assert.match(words?.source ?? '', /^\^[\p{L}\p{N} ]+$/u);
      }),
      { numRuns: 40 },
    );
    assert.deepEqual(searchFilter('words', '(a+)+$')?.$and, [{ words: /^a/ }]);
  });

  it('sorts without case and accents', () => {
    assert.deepEqual(
      ['Zoe', 'Élodie', 'eliot'].toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1)),
      ['eliot', 'Élodie', 'Zoe'],
    );
  });
});
