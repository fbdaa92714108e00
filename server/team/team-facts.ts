/** What teams are made of, read at one moment for however many leads look on. */
import type { Account } from '../../shared/contract/account.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { OfferModel } from '../distribution/offer-model.ts';
import { anyOf } from '../documents/any-of.ts';
import { atLeast } from '../documents/at-least.ts';
import type { GroupDirectory } from '../groups/group-service.ts';
import type { PresenceModels } from '../presence/presence-model.ts';
import { standingsOf } from '../presence/standings.ts';
import type { QueueLook } from '../queue/queue-look.ts';
import type { SessionModel } from '../sessions/session-model.ts';
import type { TeamFacts } from './make-team.ts';
import { channelIds, teamScope } from './team-scope.ts';
import type { ScopeFacts } from './team-scope.ts';

/** What came of an assignment is shown for this long. */
const assignmentsKeptMs = 15 * 60_000;

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
  /** What these leads are shown, read once for all of them. */
  all(leads: readonly AccountId[]): Promise<TeamFacts>;
}

export function createTeamFacts(needs: TeamFactsNeeds): GatherTeamFacts {
  const { queueLook, offers, sessions, intervals, accounts, groups, clock } = needs;

  const scope = async () => {
    const [queue, everybody, tree] = await Promise.all([queueLook.look(), accounts.list(), groups.tree()]);
    return { queue, accounts: everybody, tree };
  };
  return {
    scope,
    async all(leads) {
      const at = clock.now();
      const known = await scope();
      const scopes = known.accounts.filter(({ id }) => leads.includes(id)).map((lead) => teamScope(lead, known));
      const owner = anyOf([...new Set(scopes.flatMap(({ reps }) => reps.map(({ id }) => id)))]);
      const channel = anyOf([...new Set(scopes.flatMap(channelIds))]);
      const lately = { channel, 'assigned.by': { $exists: true }, madeAt: atLeast(at - assignmentsKeptMs) };
      const [standings, live, assigned] = await Promise.all([
        standingsOf(intervals, known.accounts),
        sessions.find({ owner, state: 'live', ownerLeft: { $exists: false } }).lean(),
        offers.find(lately).sort({ madeAt: -1 }).lean(),
      ]);
      return { ...known, standings, live, assigned, at };
    },
  };
}
