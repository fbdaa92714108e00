import * as v from 'valibot';
import { PeerId, Ticket } from './identifiers.ts';

/** A STUN or TURN server, as RTCPeerConnection takes it. */
export const IceServer = v.strictObject({
  urls: v.union([v.string(), v.array(v.string())]),
  username: v.optional(v.string()),
  credential: v.optional(v.string()),
});

/** What a program needs to open one signalling link: good for one connection within 30 seconds. */
export const SignallingPass = v.strictObject({
  peer: PeerId,
  ticket: Ticket,
  /** Path of the endpoint on the server, for the `path` option of a PeerJS client. */
  path: v.string(),
  iceServers: v.array(IceServer),
});
export type SignallingPass = v.InferOutput<typeof SignallingPass>;
