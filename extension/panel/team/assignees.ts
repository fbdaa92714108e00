/** Whom a lead can put a waiting customer before, and why not the others. Pure. */
import type { AccountId } from '../../../shared/contract/identifiers.ts';
import type { WaitingRequest } from '../../../shared/contract/support-request.ts';
import type { Assignment, Team, TeamRep } from '../../../shared/contract/team.ts';

/** A rep of the request's channel. */
export interface Assignee {
  readonly rep: TeamRep;
  /** How many customers they may help at once in this channel. */
  readonly capacity: number;
  readonly standing: 'free' | 'full' | 'away' | 'offline' | 'asked';
}

/** The reps of the request's channel, those first who can be chosen. `me` is left out: to take needs no assignment. */
export function assigneesOf(request: Pick<WaitingRequest, 'id' | 'channel'>, team: Team, me: AccountId): Assignee[] {
  const asked = new Set(
    team.assignments.filter(({ end, request: other }) => end === null && other !== request.id).map(({ to }) => to),
  );
  return team.reps
    .flatMap((rep): Assignee[] => {
      const channel = rep.channels.find(({ id }) => id === request.channel);
      if (channel === undefined || rep.id === me) return [];
      const { capacity } = channel;
      return [{ rep, capacity, standing: standingOf(rep, capacity, asked.has(rep.id)) }];
    })
    .toSorted(
      (one, other) =>
        Number(other.standing === 'free') - Number(one.standing === 'free') || one.rep.helping - other.rep.helping,
    );
}

function standingOf({ presence, helping }: TeamRep, capacity: number, isAsked: boolean): Assignee['standing'] {
  if (presence === 'offline' || presence === 'away') return presence;
  if (helping >= capacity) return 'full';
  return isAsked ? 'asked' : 'free';
}

/** What a lead has assigned a waiting request to last. Undefined when nobody has, lately. */
export function lastAssignment(request: WaitingRequest['id'], { assignments }: Team): Assignment | undefined {
  return assignments.find((assignment) => assignment.request === request);
}
