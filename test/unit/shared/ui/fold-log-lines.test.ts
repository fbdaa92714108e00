import { deepEqual } from 'node:assert/strict';
import { foldLogLines } from '../../../../shared/ui/fold-log-lines.ts';

const entry = (atMs: number, likeness: string | undefined) => ({ atMs, likeness });
const timesOf = (entries: ReturnType<typeof entry>[]) => foldLogLines(entries).map((line) => line.times);

describe('folding of like log lines', () => {
  it('makes three pauses within a minute one line', () => {
    const first = entry(0, 'paused');
    deepEqual(foldLogLines([first, entry(20_000, 'paused'), entry(59_999, 'paused')]), [
      { entry: first, times: 3, lastAtMs: 59_999 },
    ]);
  });

  it('begins a new line after a minute', () => {
    deepEqual(timesOf([entry(0, 'paused'), entry(59_000, 'paused'), entry(60_000, 'paused')]), [2, 1]);
  });

  it('keeps apart what had something between', () => {
    deepEqual(timesOf([entry(0, 'paused'), entry(1, 'chat'), entry(2, 'paused')]), [1, 1, 1]);
  });

  it('never folds messages', () => {
    deepEqual(timesOf([entry(0, undefined), entry(1, undefined)]), [1, 1]);
  });
});
