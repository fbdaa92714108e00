import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { HeldKey } from '../../../../customer-host/hand/held-key.ts';

describe('noticing a key that is held', () => {
  let held: number;
  let key: HeldKey;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    held = 0;
    key = new HeldKey(() => (held += 1));
  });

  afterEach(() => mock.timers.reset());

  it('says so once after two seconds', () => {
    key.press();
    mock.timers.tick(1_999);
    assert.equal(held, 0);
    mock.timers.tick(1);
    assert.equal(held, 1);
    mock.timers.tick(10_000);
    assert.equal(held, 1);
  });

  it('says nothing when it is let go before', () => {
    key.press();
    mock.timers.tick(1_800);
    key.release();
    mock.timers.tick(10_000);
    assert.equal(held, 0);
  });

  it('takes release and press in quick succession for the same hold, as nested displays send it', () => {
    key.press();
    for (let passedMs = 0; passedMs < 2_000; passedMs += 40) {
      key.release();
      mock.timers.tick(10);
      key.press();
      mock.timers.tick(30);
    }
    assert.equal(held, 1);
  });

  it('starts anew after a real release', () => {
    key.press();
    mock.timers.tick(1_500);
    key.release();
    mock.timers.tick(100);
    key.press();
    mock.timers.tick(1_000);
    assert.equal(held, 0);
    mock.timers.tick(1_000);
    assert.equal(held, 1);
  });

  it('says nothing after it was stopped', () => {
    key.press();
    key.stop();
    mock.timers.tick(10_000);
    assert.equal(held, 0);
  });
});
