import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { MailSecurity } from '../../shared/contract/mail.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** How mail is set up in the web panel; one document, its `_id` is always `mail`. */
export const StoredMail = v.object({
  _id: v.string(),
  host: v.string(),
  port: v.number(),
  security: MailSecurity,
  user: v.string(),
  /** Sealed with the server's secret; empty when there is none. */
  password: v.string(),
  from: v.string(),
});
export type StoredMail = v.InferOutput<typeof StoredMail>;

export type MailModel = Model<StoredMail>;

/** The one setting of mail. */
export function mailModel(connection: Connection): MailModel {
  const schema = strictSchema<StoredMail>(
    {
      host: { type: String, required: true },
      port: { type: Number, required: true },
      security: { type: String, required: true },
      user: { type: String, default: '' },
      password: { type: String, default: '' },
      from: { type: String, required: true },
    },
    'mail_settings',
  );
  readAs(schema, StoredMail);
  return connection.model<StoredMail>('MailSettings', schema);
}
