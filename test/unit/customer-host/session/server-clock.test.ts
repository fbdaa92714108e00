import assert from 'node:assert/strict';
import { createServerClock } from '../../../../customer-host/session/server-clock.ts';

const HOUR = 3_600_000;

describe('the host’s idea of the server’s time', () => {
  let at: { wall: number; steady: number };
  let clock: ReturnType<typeof createServerClock>;

  beforeEach(() => {
    at = { wall: 50 * HOUR, steady: 1000 };
    clock = createServerClock({ wall: () => at.wall, steady: () => at.steady });
    clock.set(100 * HOUR);
  });

  it('goes on from what the server said', () => {
    pass(HOUR);
    assert.equal(clock.now(), 101 * HOUR);
  });

  it('does not go back when the computer’s clock is set back, not even after it was set forward', () => {
    at.wall -= 10 * HOUR;
    assert.equal(clock.now(), 100 * HOUR);
    at.wall += 12 * HOUR;
    assert.equal(clock.now(), 112 * HOUR);
    at.wall -= 2 * HOUR;
    pass(HOUR);
    assert.equal(clock.now(), 113 * HOUR);
  });

  it('counts the time that the computer sleeps, also after its clock was set back', () => {
    at.wall += HOUR;
    assert.equal(clock.now(), 101 * HOUR);
    at.wall -= 5 * HOUR;
    assert.equal(clock.now(), 101 * HOUR);
    at.wall += HOUR;
    assert.equal(clock.now(), 102 * HOUR);
  });

  it('gains nothing by being asked often, though one clock counts whole milliseconds only', () => {
    const exact = { ms: 0 };
    const rough = createServerClock({ wall: () => Math.floor(exact.ms), steady: () => exact.ms });
    rough.set(0);
    for (; exact.ms < 1000; exact.ms += 0.3) rough.now();
    assert.ok(Math.abs(rough.now() - exact.ms) <= 1, `${rough.now()} after ${exact.ms} ms`);
  });

  function pass(ms: number): void {
    at.wall += ms;
    at.steady += ms;
  }
});
