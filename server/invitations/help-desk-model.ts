import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { HelpDesks } from '../../shared/contract/invitation.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** The addresses that customers may send invitations to; one document, its `_id` is always `help-desks`. */
export const StoredHelpDesks = v.object({ _id: v.string(), ...HelpDesks.entries });
export type StoredHelpDesks = v.InferOutput<typeof StoredHelpDesks>;

export type HelpDeskModel = Model<StoredHelpDesks>;

/** The one list of help desks. */
export function helpDeskModel(connection: Connection): HelpDeskModel {
  const schema = strictSchema<StoredHelpDesks>(
    { desks: { type: [{ _id: false, channel: String, address: String }], default: [] }, domains: { type: [String] } },
    'help_desks',
  );
  readAs(schema, StoredHelpDesks);
  return connection.model<StoredHelpDesks>('HelpDesks', schema);
}
