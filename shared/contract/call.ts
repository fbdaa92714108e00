/** Voice and video between the rep and the customer of a session: how a call stands. What is said and seen never comes near the server. */
import * as v from 'valibot';
import { AccountId, PeerId } from './identifiers.ts';
import { Moment } from './text.ts';

/** What was asked for. Either side switches its own camera on and off while they talk, whatever was asked. */
export const CallMedia = v.picklist(['voice', 'video']);
export type CallMedia = v.InferOutput<typeof CallMedia>;

/** The two ends of a call. */
export const CallSide = v.picklist(['customer', 'rep']);
export type CallSide = v.InferOutput<typeof CallSide>;

/**
 * Why a call ended. `withdrawn`: who asked took it back. `unanswered`: nobody answered in time. `lost`: one of the two was
 * out of reach for too long.
 */
export const CallEnd = v.picklist(['hung-up', 'withdrawn', 'unanswered', 'lost']);
export type CallEnd = v.InferOutput<typeof CallEnd>;

/** A call that is asked for or runs. */
export const CallStanding = v.strictObject({
  media: CallMedia,
  askedBy: CallSide,
  askedAt: Moment,
  /** The rep in it; `null` while a customer asks and no rep has answered. */
  rep: v.nullable(AccountId),
  repName: v.nullable(v.string()),
  /** When it was accepted; `null` while it rings. */
  since: v.nullable(Moment),
});
export type CallStanding = v.InferOutput<typeof CallStanding>;

/** The signalling peers that are open for a call now. The customer's calls the rep's. */
export const CallPeers = v.strictObject({ customer: v.nullable(PeerId), rep: v.nullable(PeerId) });
export type CallPeers = v.InferOutput<typeof CallPeers>;

/** The data channel beside sound and picture, negotiated like those of the screen. */
export const callChannel = { id: 110, label: 'call' } as const;

/** What each side tells the other of itself, whole, whenever it changes. */
export const CallSign = v.strictObject({
  /** `none`: there is no microphone, or the browser gives none. They hear all the same. */
  microphone: v.picklist(['on', 'muted', 'none']),
  camera: v.picklist(['on', 'off']),
});
export type CallSign = v.InferOutput<typeof CallSign>;
