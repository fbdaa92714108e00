import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packColumns, unpackColumns } from '../../../../server/statistics/columns.ts';

describe('Columns of numbers', () => {
  it('come back as they were packed, whatever the numbers', () => {
    const number = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    const row = fc.tuple(number, number, number);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
        const columns = [0, 1, 2].map((place) => rows.map((each) => each[place] ?? 0));
        assert.deepEqual(
          unpackColumns(packColumns(columns), 3).map((column) => [...column]),
          columns,
        );
      }),
    );
  });

  it('give no rows for text that was never packed into so many', () => {
    for (const damaged of ['', 'AAAA', packColumns([[1], [2]])]) {
      assert.deepEqual(
        unpackColumns(damaged, 3).map((column) => column.length),
        [0, 0, 0],
      );
    }
  });
});
