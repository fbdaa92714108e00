import * as v from 'valibot';
import { ChannelId, RequestId } from './identifiers.ts';
import { ChosenIncident, IncidentId } from './incident.ts';
import { Brief } from './member.ts';
import { Priority } from './queue-settings.ts';
import { Moment, OptionalEmail, OptionalPhone, PersonName, line, paragraph } from './text.ts';

/** What a customer fills in to ask for help. */
export const RequestForm = v.strictObject({
  channel: ChannelId,
  /** The catalogued reason, where one was chosen. */
  incident: v.optional(v.nullable(IncidentId)),
  name: PersonName,
  email: OptionalEmail,
  phone: OptionalPhone,
  reason: line(120),
  message: paragraph(2000),
});
export type RequestForm = v.InferOutput<typeof RequestForm>;

/** A waiting request as reps see it. */
export const WaitingRequest = v.strictObject({
  id: RequestId,
  channel: ChannelId,
  channelName: v.string(),
  name: v.string(),
  email: v.string(),
  phone: v.string(),
  incident: v.optional(v.nullable(ChosenIncident)),
  reason: v.string(),
  message: v.string(),
  createdAt: Moment,
  priority: Priority,
  /** The rep whose lost session this is: whoever takes it goes on with the same log. `null` for a new request. */
  lostBy: v.nullable(v.string()),
  /** The rep who gives this session to the channel, and what they say of it. */
  givenBy: v.exactOptional(v.string()),
  brief: v.exactOptional(v.nullable(Brief)),
  /** The rep before whom it is put alone at this moment. */
  offeredTo: v.nullable(v.string()),
  /** Place in its channel's queue, from 1. */
  position: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type WaitingRequest = v.InferOutput<typeof WaitingRequest>;

/**
 * How the lines of a rep's channels have moved: everybody who waits, in the order in which they are to be served, and
 * whole only those who are new, or no longer as the rep knows them.
 */
export const QueueMove = v.strictObject({ order: v.array(RequestId), changed: v.array(WaitingRequest) });
export type QueueMove = v.InferOutput<typeof QueueMove>;
