import assert from 'node:assert/strict';
import { HeldKey, type After } from '../../../../customer-host/hand/held-key.ts';

describe('noticing a key that is held', () => {
  let held: number;
  let key: HeldKey;
  let clock: ReturnType<typeof aClock>;

  beforeEach(() => {
    clock = aClock();
    held = 0;
    key = new HeldKey(() => (held += 1), clock.after);
  });

  it('says so once after two seconds', () => {
    key.press();
    clock.advance(1_999);
    assert.equal(held, 0);
    clock.advance(1);
    assert.equal(held, 1);
    clock.advance(10_000);
    assert.equal(held, 1);
  });

  it('says nothing when it is let go before', () => {
    key.press();
    clock.advance(1_800);
    key.release();
    clock.advance(10_000);
    assert.equal(held, 0);
  });

  it('takes release and press in quick succession for the same hold, as nested displays send it', () => {
    key.press();
    for (let passedMs = 0; passedMs < 2_000; passedMs += 40) {
      key.release();
      clock.advance(10);
      key.press();
      clock.advance(30);
    }
    assert.equal(held, 1);
  });

  it('starts anew after a real release', () => {
    key.press();
    clock.advance(1_500);
    key.release();
    clock.advance(100);
    key.press();
    clock.advance(1_000);
    assert.equal(held, 0);
    clock.advance(1_000);
    assert.equal(held, 1);
  });

  it('says nothing after it was stopped', () => {
    key.press();
    key.stop();
    clock.advance(10_000);
    assert.equal(held, 0);
  });
});

/** A clock that stands still until it is advanced. */
function aClock(): { after: After; advance(byMs: number): void } {
  let nowMs = 0;
  let due: { atMs: number; work: () => void }[] = [];
  return {
    after(delayMs, work) {
      const entry = { atMs: nowMs + delayMs, work };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    advance(byMs) {
      const untilMs = nowMs + byMs;
      for (;;) {
        const next = due.filter(({ atMs }) => atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs)[0];
        if (!next) break;
        due = due.filter((other) => other !== next);
        nowMs = next.atMs;
        next.work();
      }
      nowMs = untilMs;
    },
  };
}
