/** What a crash or a store that went away has left half done in the queue is put right within seconds. */
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { Presences } from '../presence/presence-service.ts';
import type { Claims } from '../queue/claims.ts';

/** How often it is looked. What is under way needs less time, so whatever is found twice was cut off. */
export const reconcileEveryMs = 4000;
/** Claims older than this were looked at several times already. */
const claimsLookedAtMs = 60_000;

/** The sessions in which each rep has a customer; `quickly` without asking whether each can be read. */
export type LiveSessions = (how: 'whole' | 'quickly') => Promise<ReadonlyMap<AccountId, readonly SessionId[]>>;

export interface ReconcileNeeds {
  readonly claims: Pick<Claims, 'putBackCutOff'>;
  readonly presences: Pick<Presences, 'allSeats' | 'takeSeat' | 'giveSeatBack' | 'refresh'>;
  readonly liveSessions: LiveSessions;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  /** Looks at the queue again: a rest may be over, or somebody may have been missed. */
  readonly onLooked: () => void;
}

/** Returns the function that begins it. */
export function createReconcile(needs: ReconcileNeeds): () => Promise<void> {
  const { claims, presences, liveSessions, deadlines, clock, onLooked } = needs;
  let suspects = new Set<string>();

  /** Seats and sessions that do not belong together. */
  async function mismatches(how: 'whole' | 'quickly') {
    // Seats first: a claim takes its seat before there is a session, and gives it back after the session has ended.
    const [seats, live] = [await presences.allSeats(), await liveSessions(how)];
    const empty = [...seats].flatMap(([rep, taken]) =>
      taken.filter((one) => live.get(rep)?.includes(one) !== true).map((session) => ({ rep, session, is: 'empty' })),
    );
    const missing = [...live].flatMap(([rep, theirs]) =>
      theirs
        .filter((one) => seats.get(rep)?.includes(one) !== true)
        .map((session) => ({ rep, session, is: 'missing' })),
    );
    return [...empty, ...missing];
  }

  async function reconcile() {
    const now = clock.now();
    await claims.putBackCutOff(now - claimsLookedAtMs, now - reconcileEveryMs);
    // With a thousand sessions the whole of them is much to read every few seconds, and mostly for nothing.
    const found = (await mismatches('quickly')).length === 0 ? [] : await mismatches('whole');
    for (const { rep, session, is } of found) {
      if (!suspects.has(`${is} ${rep} ${session}`)) continue;
      if (is === 'empty') await presences.giveSeatBack(rep, session);
      else await presences.takeSeat(rep, session);
      await presences.refresh(rep);
    }
    suspects = new Set(found.map(({ rep, session, is }) => `${is} ${rep} ${session}`));
    onLooked();
  }

  deadlines.on('queue-reconciled', async (subject) => {
    await reconcile();
    await deadlines.set('queue-reconciled', subject, clock.now() + reconcileEveryMs);
  });
  return () => deadlines.ensure('queue-reconciled', 'all', clock.now() + reconcileEveryMs);
}
