import type { Connection, Model } from 'mongoose';
import { strictSchema } from '../documents/strict-schema.ts';

/** The one organisation that a server serves; its `_id` is always `organisation`. */
export interface StoredOrganisation {
  _id: string;
  name: string;
}

export type OrganisationModel = Model<StoredOrganisation>;

export function organisationModel(connection: Connection): OrganisationModel {
  const schema = strictSchema<StoredOrganisation>({ name: { type: String, required: true } }, 'organisation');
  return connection.model<StoredOrganisation>('Organisation', schema);
}
