import assert from 'node:assert/strict';
import { createSteadyClock } from '../../../../server/config/clock.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A machine whose clock somebody sets, and which is put to sleep. */
function aMachine() {
  const machine = { wall: 1_000_000_000_000, running: 5000, up: 90_000 };
  const clock = createSteadyClock({
    wallMs: () => machine.wall,
    runningMs: () => machine.running,
    upMs: () => machine.up,
  });
  const began = clock.now();
  return {
    since: () => clock.now() - began,
    set: (byMs: number) => (machine.wall += byMs),
    run(ms: number) {
      for (const part of ['wall', 'running', 'up'] as const) machine[part] += ms;
    },
    sleep(ms: number) {
      machine.wall += ms;
      machine.up += ms;
    },
  };
}

describe('A steady clock', () => {
  it('counts what has passed, like any other', () => {
    const machine = aMachine();
    for (let minute = 0; minute < 60; minute += 1) machine.run(MINUTE_MS);
    assert.equal(machine.since(), HOUR_MS);
  });

  for (const jump of [HOUR_MS, -HOUR_MS]) {
    it(`lets ten minutes be about ten minutes when the machine’s clock is set by ${jump / HOUR_MS} hours`, () => {
      const machine = aMachine();
      machine.set(jump);
      const seen = [machine.since()];
      for (let second = 0; second < 600; second += 1) {
        machine.run(1000);
        seen.push(machine.since());
      }
      assert.ok(
        seen.every((at, index) => index === 0 || at > (seen[index - 1] ?? 0)),
        'it went back',
      );
      const off = Math.abs((seen.at(-1) ?? 0) - 10 * MINUTE_MS);
      assert.ok(off <= 30_000, `it was off by ${off} ms`);
    });

    it(`has the machine’s time again after a day when it stays set by ${jump / HOUR_MS} hours`, () => {
      const machine = aMachine();
      machine.set(jump);
      for (let minute = 0; minute < 24 * 60; minute += 1) {
        machine.run(MINUTE_MS);
        machine.since();
      }
      assert.equal(machine.since(), 24 * HOUR_MS + jump);
    });
  }

  it('knows how long the machine has slept', () => {
    const machine = aMachine();
    machine.run(MINUTE_MS);
    machine.sleep(8 * HOUR_MS);
    machine.run(MINUTE_MS);
    assert.equal(machine.since(), 8 * HOUR_MS + 2 * MINUTE_MS);
  });
});
