import { secondsUntil } from '../../shared/ui/format-time.ts';
import { texts } from '../texts/en.ts';

/** After a no the same is not asked again for this long, in ms. */
const REST_MS = 30_000;

/** Why the same cannot be asked yet, with the seconds that are left; `undefined` when it can. */
export function askAgainIn(refusedAt: number | undefined, now: number): string | undefined {
  if (refusedAt === undefined) return undefined;
  const seconds = secondsUntil(refusedAt + REST_MS, now);
  return seconds === 0 ? undefined : texts.band.askAgainIn(seconds);
}
