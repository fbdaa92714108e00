import assert from 'node:assert/strict';
import { growLog, joinPage } from '../../../../shared/contract/grow-log.ts';
import { says } from '../../extension/builders.ts';

describe('The log of a reader who is not shown everything', () => {
  const known = [says(1, 'one'), says(2, 'two')];

  it('goes on after an entry that is for others, as the answer to “all after the last one” says', () => {
    assert.equal(growLog(known, [says(5, 'five')]).hasGap, true, 'an event beyond it is asked for');
    const joined = joinPage(known, [says(5, 'five'), says(7, 'seven')]);
    assert.deepEqual(
      joined.entries.map(({ seq }) => seq),
      [1, 2, 5, 7],
    );
    assert.equal(growLog(joined.entries, [says(8, 'eight')]).hasGap, false);
  });

  it('takes nothing twice', () => {
    assert.equal(joinPage(known, [says(2, 'two')]).entries, known);
  });
});
