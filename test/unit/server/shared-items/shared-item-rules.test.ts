import assert from 'node:assert/strict';
import * as v from 'valibot';
import { SharedItemId, sharedLimits } from '../../../../shared/contract/shared-item.ts';
import type { SharedItem } from '../../../../shared/contract/shared-item.ts';
import { withItem, withMovedItem, withoutItem } from '../../../../server/shared-items/shared-item-rules.ts';

const id = (word: string) => v.parse(SharedItemId, word.padEnd(22, '0'));
const folder = (word: string, parent: string | null = null): SharedItem => ({
  id: id(word),
  parent: parent === null ? null : id(parent),
  kind: 'folder',
  name: word,
});
const names = (items: readonly SharedItem[]) => items.map(({ name }) => name);
const refused = (code: string) => (error: unknown) => error instanceof Error && 'code' in error && error.code === code;

describe('shortcuts and shared items', () => {
  it('are at most 300', () => {
    const full = Array.from({ length: sharedLimits.items }, (_, at) => folder(`f${at}x`));
    assert.throws(() => withItem(full, folder('more')), refused('not-allowed'));
    assert.equal(withItem(full.slice(1), folder('more')).length, sharedLimits.items);
  });

  it('go with the folder that they stand in, and never stand in themselves', () => {
    const items = [folder('a'), folder('b', 'a'), folder('c', 'b'), folder('d')];
    assert.deepEqual(names(withoutItem(items, id('a')).left), ['d']);
    assert.throws(() => withMovedItem(items, id('a'), { parent: id('c'), before: null }), refused('not-found'));
    assert.deepEqual(names(withMovedItem(items, id('d'), { parent: null, before: id('a') })), ['d', 'a', 'b', 'c']);
  });
});
