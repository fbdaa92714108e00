/** What the toolbar icon says of who waits: how many, and by its colour and its title for how long. Pure. */
import type { WaitingRequest } from '../../shared/contract/support-request.ts';
import type { Badge } from '../port/worker-contract.ts';
import { texts } from '../texts/en.ts';

/** An organisation sets no time of its own in which people shall be answered; whoever waits so long waits too long. In ms. */
const waitTargetMs = 5 * 60_000;
/** Colour and minutes are looked at again when they may have changed, in ms. */
const stepMs = 30_000;

/** `count` is all that calls the rep, of which `waiting` are those in line; `now` is by the server's clock. */
export function waitingBadge(count: number, waiting: readonly Pick<WaitingRequest, 'createdAt'>[], now: number): Badge {
  const longestMs = longestWait(waiting, now);
  const words = texts.badge;
  if (longestMs === undefined) return { count, age: 'fresh', title: count === 0 ? words.none : words.news(count) };
  return { count, age: ageOf(longestMs), title: words.waiting(waiting.length, Math.floor(longestMs / 60_000)) };
}

/** How long until it says something else, though nothing has happened; `undefined` while nobody waits. */
export function badgeChangesInMs(
  waiting: readonly Pick<WaitingRequest, 'createdAt'>[],
  now: number,
): number | undefined {
  const longestMs = longestWait(waiting, now);
  return longestMs === undefined ? undefined : stepMs - (longestMs % stepMs);
}

function longestWait(waiting: readonly Pick<WaitingRequest, 'createdAt'>[], now: number): number | undefined {
  if (waiting.length === 0) return undefined;
  return Math.max(0, now - Math.min(...waiting.map(({ createdAt }) => createdAt)));
}

function ageOf(waitedMs: number): Badge['age'] {
  if (waitedMs >= waitTargetMs) return 'over';
  return waitedMs >= waitTargetMs / 2 ? 'late' : 'fresh';
}
