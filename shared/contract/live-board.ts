/** The live board: who waits, who is with whom, and who is there, at one moment. */
import * as v from 'valibot';
import { ChannelStatus } from './channel.ts';
import { Nothing, operation } from './contract.ts';
import { ChannelId, RequestId } from './identifiers.ts';
import { repThere, sessionThere } from './rep-there.ts';
import { ScreenState } from './session.ts';
import { Moment } from './text.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const BoardChannel = v.strictObject({
  id: ChannelId,
  name: v.string(),
  status: ChannelStatus,
  waiting: Count,
  /** Since when the first in line waits. */
  longestSince: v.nullable(Moment),
  inSession: Count,
  /** Reps of the channel who are logged in. */
  repsThere: Count,
});
export type BoardChannel = v.InferOutput<typeof BoardChannel>;

export const BoardRequest = v.strictObject({
  id: RequestId,
  name: v.string(),
  reason: v.string(),
  channelName: v.string(),
  since: Moment,
});
export type BoardRequest = v.InferOutput<typeof BoardRequest>;

export const BoardSession = v.strictObject({
  ...sessionThere,
  screen: ScreenState,
});
export type BoardSession = v.InferOutput<typeof BoardSession>;

export const BoardRep = v.strictObject({
  ...repThere,
  sessions: v.array(BoardSession),
});
export type BoardRep = v.InferOutput<typeof BoardRep>;

export const LiveBoard = v.strictObject({
  /** When this was so, by the server's clock. */
  at: Moment,
  channels: v.array(BoardChannel),
  /** In the order of the queue. */
  waiting: v.array(BoardRequest),
  /** Those who are there first. */
  reps: v.array(BoardRep),
  /** Since midnight in the organisation's time zone; up to half a minute old. */
  today: v.strictObject({ requests: Count, answered: Count, quick: Count, gaveUp: Count }),
});
export type LiveBoard = v.InferOutput<typeof LiveBoard>;

/** What the web panel asks for the live board, every few seconds while somebody looks at it. */
export const adminBoardOperations = { 'board.look': operation(Nothing, v.strictObject({ board: LiveBoard })) };
