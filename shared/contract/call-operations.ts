/** Asking for a call and ending it: the same operations for the rep and for the customer. */
import * as v from 'valibot';
import { CallMedia, CallPeers } from './call.ts';
import { Nothing, operation } from './contract.ts';
import { ClientEntryId, PeerId, SessionId } from './identifiers.ts';
import { LogEntry } from './session-log.ts';
import { SignallingPass } from './signalling.ts';

const forSession = v.strictObject({ session: SessionId });
const written = v.strictObject({ entry: LogEntry });

export const callOperations = {
  'call.ask': operation(v.strictObject({ session: SessionId, clientId: ClientEntryId, media: CallMedia }), written),
  /** Only the other side answers. */
  'call.answer': operation(
    v.strictObject({ session: SessionId, clientId: ClientEntryId, answer: v.picklist(['yes', 'no']) }),
    written,
  ),
  /** Who asked takes it back, before it is answered. */
  'call.withdraw': operation(forSession, Nothing),
  'call.end': operation(forSession, Nothing),
  /** A pass for the signalling link of one end, once the call was accepted. */
  'call.open': operation(forSession, SignallingPass),
  /** This end's peer is open. An earlier one of the same side is closed: the call goes on where it was opened last. */
  'call.ready': operation(v.strictObject({ session: SessionId, peer: PeerId }), v.strictObject({ peers: CallPeers })),
};

/** Who is there of a call has changed. */
export const callPeers = v.strictObject({ type: v.literal('call.peers'), session: SessionId, peers: CallPeers });
