/** What teams are made of, read at one moment for however many leads look on. */
import type { Account } from '../../shared/contract/account.ts';
import type { Clock } from '../config/clock.ts';
import type { OfferModel } from '../distribution/offer-model.ts';
import { atLeast } from '../documents/at-least.ts';
import type { GroupDirectory } from '../groups/group-service.ts';
import type { PresenceModels } from '../presence/presence-model.ts';
import { standingsOf } from '../presence/standings.ts';
import type { QueueLook } from '../queue/queue-look.ts';
import type { SessionModel } from '../sessions/session-model.ts';
import type { TeamFacts } from './make-team.ts';
import type { ScopeFacts } from './team-scope.ts';

/** As many live sessions as are shown; the rest would not fit on any screen. */
const mostSessions = 500;
/** What came of an assignment is shown for this long. */
const assignmentsKeptMs = 15 * 60_000;
const mostAssignments = 100;

export interface TeamFactsNeeds {
  readonly queueLook: Pick<QueueLook, 'look'>;
  readonly offers: OfferModel;
  readonly sessions: SessionModel;
  readonly intervals: PresenceModels['intervals'];
  readonly accounts: { list(): Promise<Account[]> };
  readonly groups: Pick<GroupDirectory, 'tree'>;
  readonly clock: Clock;
}

export interface GatherTeamFacts {
  /** Enough to say whom and what a lead looks after. */
  scope(): Promise<ScopeFacts>;
  all(): Promise<TeamFacts>;
}

export function createTeamFacts(needs: TeamFactsNeeds): GatherTeamFacts {
  const { queueLook, offers, sessions, intervals, accounts, groups, clock } = needs;

  const scope = async () => {
    const [queue, everybody, tree] = await Promise.all([queueLook.look(), accounts.list(), groups.tree()]);
    return { queue, accounts: everybody, tree };
  };
  return {
    scope,
    async all() {
      const at = clock.now();
      const lately = { 'assigned.by': { $exists: true }, madeAt: atLeast(at - assignmentsKeptMs) };
      const known = await scope();
      const [standings, live, assigned] = await Promise.all([
        standingsOf(intervals, known.accounts),
        sessions.find({ state: 'live' }).limit(mostSessions).lean(),
        offers.find(lately).sort({ madeAt: -1 }).limit(mostAssignments).lean(),
      ]);
      return { ...known, standings, live, assigned, at };
    },
  };
}
