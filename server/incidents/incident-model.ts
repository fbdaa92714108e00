import type { Connection } from 'mongoose';
import { Incident } from '../../shared/contract/incident.ts';
import { revisedLists, storedListForm } from '../documents/revised-list-model.ts';
import type { RevisedLists } from '../documents/revised-list-model.ts';

/** The catalogue as it is stored: one document, for moving one incident concerns where others stand. */
export const StoredIncidents = storedListForm(Incident);

export function incidentModel(connection: Connection): RevisedLists<Incident> {
  return revisedLists(connection, { model: 'Incidents', collection: 'incidents' }, Incident);
}
