/** What came of an assignment: settled with its offer, kept with it, and told to the lead who made it. */
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { OfferEnd } from '../../shared/contract/offer-operations.ts';
import type { Assignment, AssignmentEnd } from '../../shared/contract/team.ts';
import type { OfferModel, OfferRecord } from '../distribution/offer-model.ts';
import type { Links } from '../edge/links.ts';
import type { RequestModel, RequestRecord } from '../queue/request-model.ts';

/** Called for each offer that has ended. `replacedBy`: the lead who has assigned its customer anew. */
export type AssignmentEnds = (ended: OfferRecord, how: OfferEnd, replacedBy?: AccountId) => Promise<void>;

export interface AssignmentEndsNeeds {
  readonly model: OfferModel;
  readonly requests: RequestModel;
  readonly links: Pick<Links, 'toAccount'>;
}

export function createAssignmentEnds({ model, requests, links }: AssignmentEndsNeeds): AssignmentEnds {
  return async (ended, how, replacedBy) => {
    if (ended.assigned === undefined) return;
    const { by } = ended.assigned;
    const request = await requests.findOne({ _id: ended.request }).lean();
    const end = replacedBy === undefined ? assignmentEnd(how, ended, request) : 'replaced';
    await model.updateOne({ _id: ended._id }, { $set: { 'assigned.end': end } });
    // Whoever assigned the customer anew, or took them, knows.
    if (replacedBy === by || (end === 'taken' && request?.claimedBy === by)) return;
    const assignment = assignmentOf({ ...ended, assigned: { ...ended.assigned, end } });
    if (assignment !== undefined) links.toAccount(by, { type: 'team.assignmentEnded', assignment });
  };
}

/** Why an assigned offer ended, by what has become of its request meanwhile. Pure. */
export function assignmentEnd(
  how: OfferEnd,
  { rep, channel }: Pick<OfferRecord, 'rep' | 'channel'>,
  request: Pick<RequestRecord, 'state' | 'claimedBy' | 'channel'> | null,
): AssignmentEnd {
  if (how !== 'withdrawn') return how;
  if (request === null || request.state === 'left' || request.channel !== channel) return 'left';
  if (request.state === 'claimed') return request.claimedBy === rep ? 'accepted' : 'taken';
  return 'withdrawn';
}

/** An assignment as leads see it; `undefined` for an offer that nobody has assigned. Pure. */
export function assignmentOf(offer: OfferRecord): Assignment | undefined {
  const { _id, request, channel, rep: to, repName: toName, madeAt, dueAt, settledAt, state, assigned } = offer;
  if (assigned === undefined) return undefined;
  const { by, byName, customer, end } = assigned;
  const how = end ?? (state === 'open' ? undefined : state);
  const settled = how === undefined ? null : { how, at: settledAt ?? dueAt };
  return { offer: _id, request, channel, customer, to, toName, by, byName, madeAt, dueAt, end: settled };
}
