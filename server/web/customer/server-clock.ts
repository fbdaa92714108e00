import { systemClock } from '../../../shared/ui/clock.ts';
import type { Clock } from '../../../shared/ui/clock.ts';

/** A clock that shows the server's time on this computer; `offsetMs` added to the own clock gives the server's. */
export function serverClock(offsetMs: number, own: Clock = systemClock): Clock {
  return { now: () => own.now() + offsetMs, after: own.after };
}
