import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { SessionId } from '../../shared/contract/identifiers.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';

/** A ticket that admits one host to one session, once. */
export const HostTicketRecord = v.object({
  /** Hash of the ticket. */
  _id: v.string(),
  session: SessionId,
  expiresAt: Moment,
  usedAt: v.exactOptional(Moment),
  /** For a host that comes back after a restart: what was granted is still its. */
  returns: v.exactOptional(v.boolean()),
});
export type HostTicketRecord = v.InferOutput<typeof HostTicketRecord>;

const schema = new Schema<HostTicketRecord>(
  {
    _id: { type: String, required: true },
    session: { type: String, required: true },
    expiresAt: { type: Number, required: true },
    usedAt: { type: Number },
    returns: { type: Boolean },
  },
  { collection: 'host_tickets', versionKey: false, autoIndex: false, autoCreate: false },
);
readAs(schema, HostTicketRecord);
schema.index({ session: 1 });

/** The tickets of sessions that live. */
export function hostTicketModel(connection: Connection) {
  return connection.model('HostTicket', schema);
}
export type HostTicketModel = ReturnType<typeof hostTicketModel>;
