/** The catalogue of support incidents: what the web panel asks, and what the request page hears. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { ChannelId } from './identifiers.ts';
import { Incident, IncidentId, IncidentName, PublicIncident, incidentLimits } from './incident.ts';

/** Every answer brings the catalogue as it is now, siblings in their order. */
const catalogue = v.strictObject({ incidents: v.array(Incident) });
const Channels = v.pipe(v.array(ChannelId), v.maxLength(incidentLimits.incidents));

export const adminIncidentOperations = {
  'incidents.list': operation(Nothing, catalogue),
  'incidents.add': operation(
    v.strictObject({ name: IncidentName, parent: v.nullable(IncidentId), channels: Channels }),
    catalogue,
  ),
  'incidents.change': operation(v.strictObject({ id: IncidentId, name: IncidentName, channels: Channels }), catalogue),
  /** Puts it under `parent` (`null`: the top), before its sibling `before` (`null`: last). */
  'incidents.move': operation(
    v.strictObject({ id: IncidentId, parent: v.nullable(IncidentId), before: v.nullable(IncidentId) }),
    catalogue,
  ),
  'incidents.setRetired': operation(v.strictObject({ id: IncidentId, retired: v.boolean() }), catalogue),
};

/** The catalogue as the request page offers it changed. */
export const incidentsChanged = v.strictObject({
  type: v.literal('incidents.changed'),
  incidents: v.array(PublicIncident),
});
