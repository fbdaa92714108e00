/** What could not be written down when a link came or went, because the store was away, or broke off, is made up for again and again. */
import type { Clock } from './config/clock.ts';
import type { Deadlines } from './deadlines/deadlines.ts';
import type { Log } from './logging/log.ts';

/** How often. */
export const compareLinksEveryMs = 15_000;

interface Comparing {
  start(): Promise<void>;
}

/** One that fails keeps no other from its work, and is asked again with all. */
export function compareAll(
  { deadlines, clock, log }: { readonly deadlines: Deadlines; readonly clock: Clock; readonly log: Pick<Log, 'fault'> },
  work: readonly (() => Promise<void>)[],
): Comparing {
  deadlines.on('links-compared', async (subject) => {
    for (const compare of work) await compare().catch((error: unknown) => log.fault('A comparison failed', error));
    await deadlines.set('links-compared', subject, clock.now() + compareLinksEveryMs);
  });
  return { start: () => deadlines.ensure('links-compared', 'all', clock.now() + compareLinksEveryMs) };
}
