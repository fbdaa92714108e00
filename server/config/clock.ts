/** Where the time comes from. Handed in, so that rules about time can be tested without waiting. */
import { uptime } from 'node:os';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** The machine's own clock, for what runs once and ends. */
export const systemClock: Clock = { now: () => Date.now() };

/** How fast a steady clock follows the machine's: 50 ms in a second, so that ten minutes stay between 9:30 and 10:30. */
const catchUpRate = 0.05;
/** The machine has slept when it has been up for so much longer than this program has run. */
const sleptMs = 5000;
/** Looked at so often: asking the system for it costs more than all the rest. */
const lookEveryMs = 1000;

/** What a steady clock reads. Each gives milliseconds. */
export interface TimeSources {
  /** Since 1970; may jump, when somebody sets the machine's clock. */
  readonly wallMs: () => number;
  /** Since whenever; never jumps, and stands still while the machine sleeps. */
  readonly runningMs: () => number;
  /** Since the machine was started, sleep included. */
  readonly upMs: () => number;
}

const machine: TimeSources = {
  wallMs: () => Date.now(),
  runningMs: () => performance.now(),
  upMs: () => uptime() * 1000,
};

/**
 * A clock that begins at the machine's time and then counts what has really passed. When the machine's clock jumps, as when somebody sets
 * it, this one goes on and follows slowly: nothing runs out at once, nothing lives on for an hour, and time never goes back. Time
 * that the machine has slept has really passed.
 */
export function createSteadyClock({ wallMs, runningMs, upMs }: TimeSources = machine): Clock {
  let lastRunning = runningMs();
  let now = wallMs();
  let sleepSeen = upMs() - lastRunning;
  let lookedAt = lastRunning;

  function passed(): number {
    const running = runningMs();
    const ran = Math.max(0, running - lastRunning);
    lastRunning = running;
    if (running - lookedAt < lookEveryMs) return ran;
    lookedAt = running;
    const slept = upMs() - running - sleepSeen;
    if (slept < sleptMs) return ran;
    sleepSeen += slept;
    return ran + slept;
  }

  return {
    now() {
      const ran = passed();
      const late = wallMs() - (now + ran);
      const most = ran * catchUpRate;
      now += ran + Math.max(-most, Math.min(most, late));
      return Math.floor(now);
    },
  };
}
