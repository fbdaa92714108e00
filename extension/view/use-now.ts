import { useEffect, useState } from 'preact/hooks';
import type { Clock } from '../../shared/ui/clock.ts';

/** The time now in ms, anew every full second while `goesOn`. For several times in one row that count together. */
export function useNow(clock: Clock, goesOn = true): number {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (!goesOn) return undefined;
    let cancel = () => {};
    const wait = () => {
      cancel = clock.after(1000 - (clock.now() % 1000), () => {
        redraw((count) => count + 1);
        wait();
      });
    };
    wait();
    return () => cancel();
  }, [clock, goesOn]);
  return clock.now();
}
