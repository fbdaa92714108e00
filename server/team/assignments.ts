/** A lead puts a waiting customer before one rep: offered alone, with the usual deadline, and back in line after it. */
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId, RequestId } from '../../shared/contract/identifiers.ts';
import type { Assignment } from '../../shared/contract/team.ts';
import type { Offers } from '../distribution/offer-service.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import type { Links } from '../edge/links.ts';
import { waitingRequestOf } from '../queue/queue-views.ts';
import type { RequestModel } from '../queue/request-model.ts';
import { assignmentOf } from './assignment-ends.ts';
import { assignmentToMake } from './may-assign.ts';
import type { GatherTeamFacts } from './team-facts.ts';
import { channelIds, teamScope } from './team-scope.ts';
import type { TeamScope } from './team-scope.ts';

/** Distribution may be faster with an offer of its own; it gives way each time. */
const mostTries = 8;

export interface Assignments {
  /** @throws AppError `not-found`, `already-taken` (names who was faster), `not-allowed`, `nobody-there`, `at-capacity` */
  assign(lead: Account, request: RequestId, to: AccountId): Promise<Assignment>;
}

export interface AssignmentsNeeds {
  readonly facts: Pick<GatherTeamFacts, 'scope'>;
  readonly offers: Pick<Offers, 'make' | 'giveWay' | 'requestGone'>;
  readonly requests: RequestModel;
  readonly accounts: Pick<AccountDirectory, 'face'>;
  readonly links: Pick<Links, 'accountsConnected'>;
  /** Shows everybody who is asked now. */
  readonly onMade: () => void;
}

export function createAssignments(needs: AssignmentsNeeds): Assignments {
  const { facts, offers, requests, accounts, links, onMade } = needs;

  /** Refuses what waits no longer, in words that a lead can act on. */
  async function requireWaiting(_id: RequestId, scope: TeamScope) {
    const request = await requests.findOne({ _id }).lean();
    if (request === null || !channelIds(scope).includes(request.channel)) throw new AppError('not-found');
    if (request.state === 'waiting') return;
    const by = request.claimedBy === undefined ? undefined : await accounts.face(request.claimedBy);
    if (request.state === 'left' || by === undefined) throw new AppError('not-found', { text: 'They have left.' });
    throw new AppError('already-taken', { text: `Taken by ${by.displayName}.` });
  }

  async function tryToMake(lead: Account, request: RequestId, to: AccountId) {
    const known = await facts.scope();
    const scope = teamScope(lead, known);
    await requireWaiting(request, scope);
    const reachable = links.accountsConnected();
    const offer = assignmentToMake({ scope, request, to, open: known.queue.open, reachable });
    const customer = waitingRequestOf(known.queue, { _id: request, channel: offer.channel })?.name ?? '';
    await offers.giveWay({ request }, lead.id);
    await offers.giveWay({ rep: to }, lead.id);
    const made = await offers.make(offer, known.queue, { by: lead.id, byName: lead.displayName, customer });
    if (made === undefined) return undefined;
    // Taken in just that moment: the claim has not seen this offer, so it is withdrawn here.
    await requireWaiting(request, scope).catch(async (error: unknown) => {
      await offers.requestGone(request);
      throw error;
    });
    return assignmentOf(made);
  }

  return {
    async assign(lead, request, to) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const made = await tryToMake(lead, request, to);
        if (made === undefined) continue;
        onMade();
        return made;
      }
      throw new AppError('at-capacity', { text: 'They are being asked at this very moment. Try again.' });
    },
  };
}
