import assert from 'node:assert/strict';
import { breakBetween, chainStart, chained } from '../../../../server/audit/chain.ts';
import { fieldChanges } from '../../../../server/audit/field-changes.ts';
import { searchWords } from '../../../../server/audit/search-words.ts';

const anEntry = (action: string) => ({
  at: 1000,
  actor: 'maria',
  actorName: 'Maria Okafor',
  action,
  target: '',
  targetName: '',
  address: '127.0.0.1',
  outcome: 'done',
  changes: [{ field: 'role', before: 'representative', after: 'team-lead' }],
});

describe('The chain of the audit trail', () => {
  const first = chained(anEntry('accounts.create'), chainStart);
  const second = chained(anEntry('accounts.update'), first);

  it('holds from the start on, entry by entry', () => {
    assert.deepEqual([first.n, second.n], [1, 2]);
    assert.equal(breakBetween(chainStart, first), undefined);
    assert.equal(breakBetween(first, second), undefined);
  });

  it('breaks when any word of an entry is another one, also in what was changed', () => {
    const [change] = second.changes;
    assert.ok(change);
    const forged = [
      { ...second, actor: 'somebody' },
      { ...second, at: 1001 },
      { ...second, changes: [] },
      { ...second, changes: [{ ...change, after: 'administrator' }] },
      // The same letters, only elsewhere.
      { ...second, target: second.address, address: '' },
    ];
    for (const entry of forged) assert.equal(breakBetween(first, entry), 'changed');
  });

  it('breaks when an entry is missing, and when the one before it is another', () => {
    assert.equal(breakBetween(chainStart, second), 'gap');
    assert.equal(breakBetween(chained(anEntry('accounts.remove'), chainStart), second), 'changed');
  });
});

describe('What an act has changed', () => {
  it('is told field by field, from what to what', () => {
    const before = { name: 'General', numbers: { available: 1, busy: 2 }, members: ['a'] };
    const after = { name: 'General', numbers: { available: 3, busy: 2 }, members: ['a', 'b'] };
    assert.deepEqual(fieldChanges(before, after), [
      { field: 'numbers.available', before: '1', after: '3' },
      { field: 'members', before: '["a"]', after: '["a","b"]' },
    ]);
  });

  it('leaves secrets out, and is cut where somebody wrote a book', () => {
    const changes = fieldChanges(undefined, { passwordHash: 'x', hostToken: 'x', note: 'n'.repeat(1000) });
    assert.deepEqual(
      changes.map(({ field }) => field),
      ['note'],
    );
    assert.ok((changes[0]?.after ?? '').length <= 301);
  });
});

describe('The words that an entry is found by', () => {
  it('are the whole and the parts of who, what and whom, in lower case', () => {
    const words = searchWords({ ...anEntry('accounts.setDisabled'), targetName: 'Ines Carvalho (ines)' });
    for (const word of ['accounts.setdisabled', 'setdisabled', 'maria okafor', 'okafor', 'carvalho', 'ines'])
      assert.ok(words.includes(word), word);
  });
});
