import { useEffect, useState } from 'preact/hooks';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { duration, isReadAloud, secondsUntil } from './format-time.ts';

/** A countdown as components show it. */
export type Countdown = {
  /** Whole seconds; 0 means over. */
  secondsLeft: number;
  /** `11:05` */
  text: string;
  isOver: boolean;
  /** True at 60, 30 and 10 seconds, when a live region should say it. */
  isReadAloud: boolean;
};

/** Counts down to `untilMs` (Unix time in ms), once a second on the full second, and stops at 0. */
export function useCountdown(untilMs: number, clock: Clock = systemClock): Countdown {
  const now = useSeconds(untilMs, clock, () => clock.now() < untilMs);
  const secondsLeft = secondsUntil(untilMs, now);
  return {
    secondsLeft,
    text: duration(secondsLeft * 1000),
    isOver: secondsLeft === 0,
    isReadAloud: isReadAloud(secondsLeft),
  };
}

/** Counts up from `sinceMs` (Unix time in ms) as `2:48`, once a second, until the component leaves. */
export function useElapsed(sinceMs: number, clock: Clock = systemClock): string {
  return duration(useSeconds(sinceMs, clock, () => true) - sinceMs);
}

/* Wakes when the distance to `anchorMs` reaches the next full second, so that text never lags or skips. */
function useSeconds(anchorMs: number, clock: Clock, goesOn: () => boolean): number {
  const [, redraw] = useState(0);
  useEffect(() => {
    let cancel = () => {};
    const wait = () => {
      const untilFullSecond = (((anchorMs - clock.now()) % 1000) + 1000) % 1000;
      cancel = clock.after(untilFullSecond === 0 ? 1000 : untilFullSecond, () => {
        redraw((count) => count + 1);
        if (goesOn()) wait();
      });
    };
    if (goesOn()) wait();
    return () => cancel();
  }, [anchorMs, clock]);
  return clock.now();
}
