import assert from 'node:assert/strict';
import { rowByTyping, sortRows, type FileRow } from '../../../../../extension/host-tools/files/sort-rows.ts';

const row = (name: string, some: Partial<FileRow> = {}): FileRow => ({
  name,
  kind: 'file',
  bytes: 1,
  changedAt: 1,
  isHidden: false,
  ...some,
});
const names = (rows: readonly FileRow[]) => rows.map(({ name }) => name);

describe('rows of files', () => {
  it('stand by name as people count, folders first whichever way [S1-15]', () => {
    const rows = [row('b10'), row('B2'), row('z', { kind: 'folder' }), row('a')];
    assert.deepEqual(names(sortRows(rows, { key: 'name', direction: 'ascending' })), ['z', 'a', 'B2', 'b10']);
    assert.deepEqual(names(sortRows(rows, { key: 'name', direction: 'descending' })), ['z', 'b10', 'B2', 'a']);
  });

  it('stand by size and by date, and what is equal by name', () => {
    const rows = [row('c', { bytes: 5, changedAt: 1 }), row('b', { bytes: 5, changedAt: 9 }), row('a', { bytes: 7 })];
    assert.deepEqual(names(sortRows(rows, { key: 'bytes', direction: 'descending' })), ['a', 'b', 'c']);
    assert.deepEqual(names(sortRows(rows, { key: 'changedAt', direction: 'descending' })), ['b', 'a', 'c']);
  });

  it('are found by typing: more letters stay, one letter again goes on and round', () => {
    const rows = ['alpha', 'beta', 'bravo', 'gamma'].map((name) => row(name));
    assert.equal(rowByTyping(rows, 0, 'b'), 1);
    assert.equal(rowByTyping(rows, 1, 'br'), 2);
    assert.equal(rowByTyping(rows, 1, 'bb'), 2);
    assert.equal(rowByTyping(rows, 2, 'b'), 1);
    assert.equal(rowByTyping(rows, 0, 'x'), undefined);
    assert.equal(rowByTyping([], 0, 'x'), undefined);
  });
});
