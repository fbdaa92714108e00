import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { Organisation } from '../../shared/contract/organisation.ts';
import { OrganisationTimes } from '../../shared/contract/reservation-operations.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** The one organisation that a server serves; its `_id` is always `organisation`. */
export const StoredOrganisation = v.object({
  _id: v.string(),
  name: Organisation.entries.name,
  /** Missing while it is the server's own. */
  timeZone: v.fallback(v.optional(OrganisationTimes.entries.timeZone), undefined),
  reservationDays: v.fallback(v.optional(OrganisationTimes.entries.reservationDays), undefined),
  reservationQueue: v.fallback(v.optional(OrganisationTimes.entries.reservationQueue), undefined),
});
export type StoredOrganisation = v.InferOutput<typeof StoredOrganisation>;

export type OrganisationModel = Model<StoredOrganisation>;

export function organisationModel(connection: Connection): OrganisationModel {
  const schema = strictSchema<StoredOrganisation>(
    {
      name: { type: String, required: true },
      timeZone: { type: String },
      reservationDays: { type: Number },
      reservationQueue: { type: Number },
    },
    'organisation',
  );
  readAs(schema, StoredOrganisation);
  return connection.model<StoredOrganisation>('Organisation', schema);
}
