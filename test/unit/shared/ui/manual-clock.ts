import type { Clock } from '../../../../shared/ui/clock.ts';

type Waiting = { atMs: number; run: () => void };

/** A clock that only moves when the test says so; due runs happen in their order. */
export function manualClock(startMs = 0): Clock & { advance: (ms: number) => void } {
  let nowMs = startMs;
  let waiting: Waiting[] = [];
  return {
    now: () => nowMs,
    after: (delayMs, run) => {
      const entry = { atMs: nowMs + delayMs, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    advance: (ms) => {
      const untilMs = nowMs + ms;
      for (;;) {
        const next = waiting.filter((entry) => entry.atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
        if (next === undefined) break;
        waiting = waiting.filter((entry) => entry !== next);
        nowMs = next.atMs;
        next.run();
      }
      nowMs = untilMs;
    },
  };
}
