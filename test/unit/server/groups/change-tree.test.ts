import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { adding, mostLevels, moving, removing, renaming } from '../../../../server/groups/change-tree.ts';
import type { TreeChange } from '../../../../server/groups/change-tree.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { Group, GroupTree } from '../../../../shared/contract/group.ts';
import { inTreeOrder } from '../../../../shared/contract/group-tree.ts';
import { GroupId } from '../../../../shared/contract/identifiers.ts';

const idOf = (name: string) => v.parse(GroupId, name.padEnd(22, '-'));
const aGroup = (name: string, parent: string | null): Group => ({
  id: idOf(name),
  name,
  parent: parent === null ? null : idOf(parent),
});
const tree = [aGroup('North', null), aGroup('Desk', 'North'), aGroup('Night', 'Desk'), aGroup('South', null)];
const drawn = (of: GroupTree) => inTreeOrder(of).map(({ name, depth }) => '.'.repeat(depth) + name);

describe('changing the tree of groups', () => {
  it('moves a group with everything below it', () => {
    assert.deepEqual(drawn(moving(idOf('Desk'), idOf('South'))(tree)), ['North', 'South', '.Desk', '..Night']);
    assert.deepEqual(drawn(moving(idOf('Night'), null)(tree)), ['Night', 'North', '.Desk', 'South']);
  });

  it('never puts a group below itself', () => {
    for (const target of ['North', 'Desk', 'Night']) {
      assert.throws(() => moving(idOf('North'), idOf(target))(tree), hasCode('not-allowed', /below itself/));
    }
  });

  it('wants a name that no neighbour has, whatever its case', () => {
    assert.throws(() => adding(aGroup('north', null))(tree), hasCode('already-exists'));
    assert.throws(() => renaming(idOf('South'), 'NORTH')(tree), hasCode('already-exists'));
    assert.deepEqual(drawn(adding(aGroup('north', 'South'))(tree)), ['North', '.Desk', '..Night', 'South', '.north']);
    assert.deepEqual(drawn(renaming(idOf('South'), 'south')(tree)).at(-1), 'south');
  });

  it('removes only what is empty, or sends what stands in it where it is told', () => {
    assert.throws(() => removing(idOf('North'), undefined)(tree), hasCode('not-allowed', /Say where it goes/));
    assert.throws(() => removing(idOf('North'), idOf('Desk'))(tree), hasCode('not-allowed'));
    assert.deepEqual(drawn(removing(idOf('Night'), undefined)(tree)), ['North', '.Desk', 'South']);
    assert.deepEqual(drawn(removing(idOf('North'), idOf('South'))(tree)), ['South', '.Desk', '..Night']);
    assert.deepEqual(drawn(removing(idOf('North'), null)(tree)), ['Desk', '.Night', 'South']);
  });

  it('says that a group or its place is gone', () => {
    assert.throws(() => renaming(idOf('Gone'), 'Here')(tree), hasCode('not-found'));
    assert.throws(() => adding(aGroup('New', 'Gone'))(tree), hasCode('not-found'));
  });

  it('lets no tree grow deeper than can be shown', () => {
    const deep = Array.from({ length: mostLevels }, (_none, level) =>
      aGroup(`L${level}`, level === 0 ? null : `L${level - 1}`),
    );
    assert.throws(() => adding(aGroup('More', `L${mostLevels - 1}`))(deep), hasCode('not-allowed', /deep/));
    assert.throws(() => moving(idOf('L0'), idOf('South'))([...deep, aGroup('South', null)]), hasCode('not-allowed'));
  });

  it('stays a tree of unique names without circles, whatever is done to it', () => {
    const name = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F');
    const place = fc.option(name, { nil: null });
    const change = fc.oneof(
      fc.tuple(name, place).map(([one, parent]) => adding(aGroup(one, parent))),
      fc.tuple(name, place).map(([one, parent]) => moving(idOf(one), parent === null ? null : idOf(parent))),
      fc.tuple(name, name).map(([one, other]) => renaming(idOf(one), other)),
      fc.tuple(name, place).map(([one, target]) => removing(idOf(one), target === null ? null : idOf(target))),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const grown = changes.reduce(tryChange, []);
        // What a circle holds is reached from no root.
        assert.equal(inTreeOrder(grown).length, grown.length);
        assert.equal(new Set(grown.map((group) => `${group.parent} ${group.name}`)).size, grown.length);
      }),
    );
  });
});

function tryChange(before: GroupTree, change: TreeChange): GroupTree {
  try {
    const after = change(before);
    return new Set(after.map(({ id }) => id)).size === after.length ? after : before;
  } catch (error) {
    if (error instanceof AppError) return before;
    throw error;
  }
}

function hasCode(code: string, text = /./) {
  return (error: unknown) => error instanceof AppError && error.code === code && text.test(error.message);
}
