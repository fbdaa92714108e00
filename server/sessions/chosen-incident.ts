import type { ChosenIncident } from '../../shared/contract/incident.ts';
import type { SessionRecord } from './session-model.ts';

/** The incident that the customer chose, whatever a report has documented since. */
export function chosenIncident({
  chosen,
  incident,
}: Pick<SessionRecord, 'chosen' | 'incident'>): ChosenIncident | null {
  return chosen === undefined ? (incident ?? null) : chosen;
}
