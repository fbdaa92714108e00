import assert from 'node:assert/strict';
import { BSONRegExp, Decimal128, Double, Int32, Long } from 'bson';
import { matches } from '../../../../../../server/database/embedded/query/matches.ts';
import { parseFilter } from '../../../../../../server/database/embedded/query/parse-filter.ts';
import type { BsonDocument } from '../../../../../../server/database/embedded/values/kinds.ts';

type Case = [filter: BsonDocument, matching: BsonDocument[], others: BsonDocument[]];

const cases: Record<string, Case[]> = {
  'takes one number for the same in every number type': [
    [
      { n: 5 },
      [{ n: new Int32(5) }, { n: Long.fromNumber(5) }, { n: new Double(5) }, { n: Decimal128.fromString('5.0') }],
      [{ n: '5' }, { n: 6 }],
    ],
    [
      { n: { $gt: Long.fromString('9007199254740992') } },
      [{ n: Long.fromString('9007199254740993') }],
      [{ n: new Double(9007199254740992) }],
    ],
  ],
  'compares only values of one type': [
    [
      { n: { $gt: 3 } },
      [{ n: 4 }, { n: [1, 4] }],
      [{ n: 'x' }, { n: new Date(9) }, { n: null }, {}, { n: true }, { n: new Double(NaN) }],
    ],
    [{ n: { $lte: 'b' } }, [{ n: 'a' }, { n: 'b' }], [{ n: 1 }, { n: 'c' }]],
  ],
  'takes what is missing for null, and tells them apart by $exists and $type': [
    [{ n: null }, [{}, { n: null }, { n: [null] }], [{ n: 0 }, { n: [] }]],
    [
      { 'a.b': null },
      [{}, { a: {} }, { a: 5 }, { a: [{ b: 1 }, {}] }],
      [{ a: { b: 1 } }, { a: [] }, { a: [{ b: 1 }] }],
    ],
    [{ n: { $exists: true } }, [{ n: null }, { n: 1 }], [{}]],
    [{ n: { $exists: false } }, [{}], [{ n: null }]],
    [{ n: { $type: 'null' } }, [{ n: null }], [{}]],
    [{ n: { $ne: null } }, [{ n: 1 }], [{}, { n: null }]],
  ],
  'looks into arrays, and through documents in arrays': [
    [{ n: 2 }, [{ n: [1, 2] }], [{ n: [[2]] }]],
    [{ n: [1, 2] }, [{ n: [1, 2] }, { n: [[1, 2]] }], [{ n: [2, 1] }, { n: 1 }]],
    [{ 'a.b': 2 }, [{ a: { b: 2 } }, { a: [{ b: 1 }, { b: [2] }] }], [{ a: [[{ b: 2 }]] }]],
    [{ 'a.1': 7 }, [{ a: [0, 7] }, { a: { 1: 7 } }, { a: [{ 1: 7 }] }], [{ a: [7] }]],
    [{ n: { $size: 2 } }, [{ n: [1, 2] }], [{ n: [1] }, { n: 2 }, { n: [[1, 2]] }]],
    [{ n: { $all: [1, 2] } }, [{ n: [2, 3, 1] }], [{ n: [1] }, { n: 1 }]],
    [{ n: { $all: [] } }, [], [{ n: [] }, { n: 1 }]],
  ],
  'lets one element meet all conditions of $elemMatch, but different elements those beside each other': [
    [{ n: { $gt: 1, $lt: 3 } }, [{ n: 2 }, { n: [0, 5] }], [{ n: [5] }]],
    [{ n: { $elemMatch: { $gt: 1, $lt: 3 } } }, [{ n: [0, 2] }], [{ n: [0, 5] }, { n: 2 }]],
    [
      { a: { $elemMatch: { b: 1, c: 2 } } },
      [{ a: [{ b: 1, c: 2 }] }],
      [{ a: [{ b: 1 }, { c: 2 }] }, { a: { b: 1, c: 2 } }],
    ],
  ],
  'negates what the condition as a whole says': [
    [{ n: { $ne: 1 } }, [{}, { n: 2 }, { n: [2] }], [{ n: 1 }, { n: [1, 2] }]],
    [{ n: { $nin: [1, null] } }, [{ n: 2 }], [{}, { n: [1] }]],
    [{ n: { $not: { $gt: 3 } } }, [{}, { n: 'x' }, { n: 3 }], [{ n: 4 }]],
    [{ $nor: [{ n: 1 }, { m: 1 }] }, [{ n: 2 }], [{ n: 1 }, { m: 1 }]],
    [{ $or: [{ n: 1 }, { m: 1 }] }, [{ m: 1 }], [{}]],
  ],
  'compares embedded documents whole, with the order of their fields': [
    [{ a: { b: 1, c: 2 } }, [{ a: { b: 1, c: new Double(2) } }], [{ a: { c: 2, b: 1 } }, { a: { b: 1 } }]],
  ],
  'finds text by the safe part of regular expressions': [
    [{ s: new BSONRegExp('^ab', '') }, [{ s: 'abc' }, { s: ['x', 'ab'] }], [{ s: 'xab' }, { s: 1 }]],
    [{ s: { $regex: 'B\\.c', $options: 'i' } }, [{ s: 'ab.C' }], [{ s: 'abxc' }]],
    [{ s: { $in: [new BSONRegExp('^a.c$'), 'z'] } }, [{ s: 'abc' }, { s: 'z' }], [{ s: 'abbc' }]],
  ],
};

describe('The embedded store’s matcher', () => {
  for (const [title, table] of Object.entries(cases)) {
    it(title, () => {
      for (const [filter, matching, others] of table) {
        const condition = parseFilter(filter);
        for (const document of matching)
          assert.ok(matches(condition, document), `${show(filter)} should find ${show(document)}`);
        for (const document of others)
          assert.ok(!matches(condition, document), `${show(filter)} should not find ${show(document)}`);
      }
    });
  }

  it('refuses every regular expression that could take long, and runs the others in no time on a hostile text', () => {
    for (const pattern of ['(a+)+$', 'a*', 'a|b', '(?=a)', 'a{2,}', '\\bx', '[a\\]]', '\\1', 'a+b']) {
      assert.throws(() => parseFilter({ s: { $regex: pattern } }), /not served/, pattern);
    }
    const startedAt = performance.now();
    assert.ok(!matches(parseFilter({ s: { $regex: '^a.a[a-z]a$' } }), { s: 'a'.repeat(1_000_000) }));
    assert.ok(performance.now() - startedAt < 1000);
  });
});

function show(document: BsonDocument): string {
  return JSON.stringify(document);
}
