import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import type { SessionId } from '../../shared/contract/identifiers.ts';

/** A ticket that admits one host to one session, once. */
export interface HostTicketRecord {
  /** Hash of the ticket. */
  _id: string;
  session: SessionId;
  expiresAt: number;
  usedAt?: number;
}

const schema = new Schema<HostTicketRecord>(
  {
    _id: { type: String, required: true },
    session: { type: String, required: true },
    expiresAt: { type: Number, required: true },
    usedAt: { type: Number },
  },
  { collection: 'host_tickets', versionKey: false, autoIndex: false, autoCreate: false },
);
schema.index({ session: 1 });

/** The tickets of sessions that live. */
export function hostTicketModel(connection: Connection) {
  return connection.model('HostTicket', schema);
}
export type HostTicketModel = ReturnType<typeof hostTicketModel>;
