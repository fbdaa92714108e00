/** What a team lead sees of the groups that they lead, at one moment. */
import * as v from 'valibot';
import { ChannelStatus } from './channel.ts';
import { AccountId, ChannelId, OfferId, RequestId } from './identifiers.ts';
import { repThere, sessionThere } from './rep-there.ts';
import { WaitingRequest } from './support-request.ts';
import { Moment } from './text.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A channel in which some rep of the team answers, and everybody who waits there, in the order of the line. */
export const TeamChannel = v.strictObject({
  id: ChannelId,
  name: v.string(),
  status: ChannelStatus,
  line: v.array(WaitingRequest),
});
export type TeamChannel = v.InferOutput<typeof TeamChannel>;

/** A session with a customer in it. */
export const TeamSession = v.strictObject(sessionThere);
export type TeamSession = v.InferOutput<typeof TeamSession>;

export const TeamRep = v.strictObject({
  ...repThere,
  /** Customers whom they help now. */
  helping: Count,
  /** The channels they answer in, and how many customers they may help at once there. */
  channels: v.array(v.strictObject({ id: ChannelId, capacity: Count })),
  sessions: v.array(TeamSession),
});
export type TeamRep = v.InferOutput<typeof TeamRep>;

/**
 * What came of an assignment. `taken`: by somebody else. `left`: the customer is in that line no more. `withdrawn`: the rep
 * signed out, became Away or full before answering. `replaced`: a lead assigned the customer to somebody else.
 */
export const AssignmentEnd = v.picklist(['accepted', 'passed', 'missed', 'taken', 'left', 'withdrawn', 'replaced']);
export type AssignmentEnd = v.InferOutput<typeof AssignmentEnd>;

/** A waiting customer whom a lead has put before one rep. */
export const Assignment = v.strictObject({
  offer: OfferId,
  request: RequestId,
  channel: ChannelId,
  customer: v.string(),
  to: AccountId,
  toName: v.string(),
  by: AccountId,
  byName: v.string(),
  madeAt: Moment,
  /** Then it goes back to its place in line. */
  dueAt: Moment,
  /** `null` while the rep has not answered. */
  end: v.nullable(v.strictObject({ how: AssignmentEnd, at: Moment })),
});
export type Assignment = v.InferOutput<typeof Assignment>;

export const Team = v.strictObject({
  /** When this was so, by the server's clock. */
  at: Moment,
  channels: v.array(TeamChannel),
  /** Those who are there first. */
  reps: v.array(TeamRep),
  /** Of the last quarter of an hour, newest first. */
  assignments: v.array(Assignment),
});
export type Team = v.InferOutput<typeof Team>;
