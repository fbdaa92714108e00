/** Puts together what a lead sees, from what is known of one moment. Pure. */
import type { Account, Presence } from '../../shared/contract/account.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { Team, TeamRep, TeamSession } from '../../shared/contract/team.ts';
import type { OfferRecord } from '../distribution/offer-model.ts';
import type { Standing } from '../presence/standings.ts';
import { shownLine } from '../queue/queue-views.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import { assignmentOf } from './assignment-ends.ts';
import { channelIds, teamScope } from './team-scope.ts';
import type { ScopeFacts, TeamScope } from './team-scope.ts';

export interface TeamFacts extends ScopeFacts {
  readonly standings: ReadonlyMap<AccountId, Standing>;
  /** The sessions with a customer in them, of all reps who are shown. */
  readonly live: readonly SessionRecord[];
  /** Offers that leads have made lately, newest first. */
  readonly assigned: readonly OfferRecord[];
  readonly at: number;
}

/** As many as a lead reads through; the newest. */
const mostAssignments = 100;

/** Only what belongs to the groups of this lead. */
export function makeTeam(lead: Account, facts: TeamFacts): Team {
  const scope = teamScope(lead, facts);
  const channels = new Set(channelIds(scope));
  return {
    at: facts.at,
    channels: scope.channels.map((view) => ({
      id: view.channel.id,
      name: view.channel.name,
      status: view.status,
      line: shownLine(facts.queue, view),
    })),
    reps: scope.reps.map((rep) => teamRep(rep, scope, facts)).sort(thereFirst),
    assignments: facts.assigned
      .filter(({ channel }) => channels.has(channel))
      .slice(0, mostAssignments)
      .flatMap((offer) => assignmentOf(offer) ?? []),
  };
}

function teamRep({ id, fullName, picture }: Account, { channels }: TeamScope, facts: TeamFacts): TeamRep {
  const standing = facts.standings.get(id);
  const theirs = channels.filter(({ channel }) => channel.members.includes(id));
  const here = theirs.map(({ reps }) => reps.find(({ account }) => account === id));
  const sessions = facts.live.filter(({ owner }) => owner === id);
  return {
    id,
    name: fullName,
    picture,
    presence: standing?.presence ?? 'offline',
    since: standing?.since ?? null,
    helping: here[0]?.activeSessions ?? sessions.length,
    channels: theirs.map(({ channel, now }, index) => ({
      id: channel.id,
      capacity: here[index]?.capacity ?? now.settings.availableQueue,
    })),
    sessions: sessions.toSorted((one, other) => one.startedAt - other.startedAt).map(teamSession),
  };
}

function teamSession({ _id: id, customer, channelName, startedAt }: SessionRecord): TeamSession {
  return { id, customer: customer.name, channelName, startedAt };
}

const order: Record<Presence, number> = { busy: 0, online: 1, away: 2, offline: 3 };

function thereFirst(one: TeamRep, other: TeamRep): number {
  return order[one.presence] - order[other.presence] || one.name.localeCompare(other.name);
}
