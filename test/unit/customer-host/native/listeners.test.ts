import assert from 'node:assert/strict';
import { Listeners } from '../../../../customer-host/native/listeners.ts';

describe('listeners', () => {
  it('hear what happens until they are taken away', () => {
    const listeners = new Listeners<number>();
    const heard: number[] = [];
    const stop = listeners.add((event) => heard.push(event));
    listeners.emit(1);
    stop();
    stop();
    listeners.emit(2);
    assert.deepEqual(heard, [1]);
    assert.equal(listeners.size, 0);
  });

  it('may take themselves away while being told', () => {
    const listeners = new Listeners<void>();
    let heard = 0;
    const stop = listeners.add(() => {
      heard += 1;
      stop();
    });
    listeners.add(() => (heard += 1));
    listeners.emit();
    assert.equal(heard, 2);
  });
});
