import assert from 'node:assert/strict';
import fc from 'fast-check';
import { branchOf, pathTo, placed, stepAmongSiblings, treeRows } from '../../../../shared/contract/item-tree.ts';
import type { TreeItem } from '../../../../shared/contract/item-tree.ts';

const tree: readonly TreeItem[] = [
  { id: 'printer', parent: null },
  { id: 'jam', parent: 'printer' },
  { id: 'mail', parent: null },
  { id: 'toner', parent: 'printer' },
];
const ids = (items: readonly TreeItem[] | undefined) => items?.map(({ id }) => id).join(' ');

describe('A small tree in a list', () => {
  it('is read with what stands under each item right after it', () => {
    const read = treeRows(tree).map(({ item, depth }) => `${'-'.repeat(depth)}${item.id}`);
    assert.deepEqual(read, ['printer', '-jam', '-toner', 'mail']);
  });

  it('knows the way to an item, and all below it', () => {
    assert.equal(ids(pathTo(tree, 'toner')), 'printer toner');
    assert.equal(ids(branchOf(tree, 'printer')), 'printer jam toner');
    assert.equal(ids(pathTo(tree, 'gone')), '');
  });

  it('takes a step up or down among siblings only', () => {
    const [, jam, , toner] = tree;
    assert.ok(jam && toner);
    assert.equal(stepAmongSiblings(tree, jam, 'up'), undefined);
    assert.equal(stepAmongSiblings(tree, jam, 'down'), null);
    assert.equal(stepAmongSiblings(tree, toner, 'up'), 'jam');
    assert.equal(ids(placed(tree, toner, 'jam')), 'printer toner jam mail');
  });

  it('puts nothing under itself, nor under or before what is not there', () => {
    assert.equal(placed(tree, { id: 'printer', parent: 'jam' }, null), undefined);
    assert.equal(placed(tree, { id: 'printer', parent: 'printer' }, null), undefined);
    assert.equal(placed(tree, { id: 'new', parent: 'gone' }, null), undefined);
    assert.equal(placed(tree, { id: 'new', parent: null }, 'jam'), undefined);
  });

  it('stays whole under whatever is moved wherever: every item is read exactly once', () => {
    const move = fc.record({
      id: fc.integer({ min: 0, max: 9 }),
      parent: fc.integer({ min: -1, max: 9 }),
      before: fc.integer({ min: -1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        let items: readonly TreeItem[] = [];
        const seen = new Set<string>();
        for (const { id, parent, before } of moves) {
          const item = { id: String(id), parent: parent < 0 ? null : String(parent) };
          const after = placed(items, item, before < 0 ? null : String(before));
          if (after === undefined) continue;
          items = after;
          seen.add(item.id);
        }
        const read = treeRows(items).map(({ item }) => item.id);
        assert.deepEqual(read.toSorted(), [...seen].toSorted());
      }),
    );
  });
});
