/** Tickets for bytes that travel over HTTP: to send the parts of one file for a while, or to fetch one file once. */
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import type { Token } from '../../shared/contract/identifiers.ts';
import { AccountId } from '../../shared/contract/identifiers.ts';
import { FileId } from '../../shared/contract/session-log.ts';
import type { Clock } from '../config/clock.ts';
import { above } from '../documents/compare.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';
import { hashSecret, newToken } from '../secrets/random.ts';

/** One ticket as it is stored, under its hash. */
export const FileTicketRecord = v.object({
  _id: v.string(),
  file: FileId,
  use: v.picklist(['send', 'fetch']),
  /** The rep who was given it; missing for a customer. */
  account: v.exactOptional(AccountId),
  expiresAt: v.date(),
});
export type FileTicketRecord = v.InferOutput<typeof FileTicketRecord>;

/** Who sends for longer asks for another one; who fetches does so at once. */
const lifeMs = { send: 10 * 60_000, fetch: 60_000 } as const;

export interface FileTickets {
  /** Makes the indexes. */
  prepare(): Promise<void>;
  issue(file: FileId, use: FileTicketRecord['use'], account?: AccountId): Promise<Token>;
  /** The file whose parts may be sent with it. */
  toSend(ticket: Token): Promise<FileId | undefined>;
  /** Uses a ticket up: exactly one caller gets the file. Whoever it was given to must still be allowed to have it. */
  toFetch(ticket: Token): Promise<Pick<FileTicketRecord, 'file' | 'account'> | undefined>;
  revoke(file: FileId): Promise<void>;
}

export function fileTicketModel(connection: Connection, clock: Clock): FileTickets {
  const schema = strictSchema<FileTicketRecord>(
    {
      file: { type: String, required: true },
      use: { type: String, required: true },
      account: { type: String },
      expiresAt: { type: Date, required: true },
    },
    'file_tickets',
  );
  readAs(schema, FileTicketRecord);
  schema.index({ file: 1 });
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  const model = connection.model<FileTicketRecord>('FileTicket', schema);
  const usable = (ticket: Token, use: FileTicketRecord['use']) => ({
    _id: hashSecret(ticket),
    use,
    expiresAt: above(new Date(clock.now())),
  });
  return {
    prepare: () => model.createIndexes(),
    async issue(file, use, account) {
      const ticket = newToken();
      const whose = account === undefined ? {} : { account };
      const expiresAt = new Date(clock.now() + lifeMs[use]);
      await model.create([{ _id: hashSecret(ticket), file, use, ...whose, expiresAt }]);
      return ticket;
    },
    async toSend(ticket) {
      return (await model.findOne(usable(ticket, 'send')).lean())?.file;
    },
    async toFetch(ticket) {
      return (await model.findOneAndDelete(usable(ticket, 'fetch')).lean()) ?? undefined;
    },
    async revoke(file) {
      await model.deleteMany({ file });
    },
  };
}
