import assert from 'node:assert/strict';
import { WorkLine } from '../../../../customer-host/input/work-line.ts';

describe('work done in order', () => {
  it('is done at once while nothing waits', () => {
    const done: string[] = [];
    aLine().add(() => void done.push('now'));
    assert.deepEqual(done, ['now']);
  });

  it('waits for what takes time', async () => {
    const done: string[] = [];
    const line = aLine();
    line.add(async () => {
      await Promise.resolve();
      done.push('slow');
    });
    await new Promise<void>((resolve) => {
      line.add(() => {
        done.push('quick');
        resolve();
      });
    });
    assert.deepEqual(done, ['slow', 'quick']);
  });

  it('drops what comes when the line is too long, but never a release', async () => {
    const done: number[] = [];
    const line = aLine();
    let open: () => void = () => undefined;
    line.add(() => new Promise<void>((resolve) => (open = resolve)));
    const accepted = Array.from({ length: 1000 }, (_, index) => line.add(() => void done.push(index)));
    assert.equal(accepted.filter(Boolean).length, 512);
    await new Promise<void>((resolve) => {
      assert.ok(line.add(resolve, true));
      open();
    });
    assert.equal(done.length, 512);
  });

  it('goes on after work that failed, and tells of it', async () => {
    const failures: unknown[] = [];
    const line = new WorkLine((error) => failures.push(error));
    line.add(() => Promise.reject(new Error('gone')));
    await new Promise<void>((resolve) => void line.add(resolve));
    assert.match(String(failures[0]), /gone/);
  });

  it('can be cleared', async () => {
    const line = aLine();
    let open: () => void = () => undefined;
    line.add(() => new Promise<void>((resolve) => (open = resolve)));
    line.add(() => assert.fail('this was dropped'));
    line.clear();
    await new Promise<void>((resolve) => {
      line.add(resolve);
      open();
    });
  });
});

function aLine(): WorkLine {
  return new WorkLine((error) => {
    throw error;
  });
}
