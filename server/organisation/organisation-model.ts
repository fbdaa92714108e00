import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { Organisation } from '../../shared/contract/organisation.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** The one organisation that a server serves; its `_id` is always `organisation`. */
export const StoredOrganisation = v.object({ _id: v.string(), name: Organisation.entries.name });
export type StoredOrganisation = v.InferOutput<typeof StoredOrganisation>;

export type OrganisationModel = Model<StoredOrganisation>;

export function organisationModel(connection: Connection): OrganisationModel {
  const schema = strictSchema<StoredOrganisation>({ name: { type: String, required: true } }, 'organisation');
  readAs(schema, StoredOrganisation);
  return connection.model<StoredOrganisation>('Organisation', schema);
}
