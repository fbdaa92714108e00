import type { FeatureNeeds } from '../edge/feature-seam.ts';
import { incidentHandlers } from './incident-handlers.ts';
import { incidentModel } from './incident-model.ts';
import { createIncidents } from './incident-service.ts';

/** The catalogue of support incidents, and what the web panel asks of it. */
export function openIncidents({ connection, links }: Pick<FeatureNeeds, 'connection' | 'links'>) {
  const incidents = createIncidents(incidentModel(connection));
  const tellPages = async () =>
    links.toAllBrowsers({ type: 'incidents.changed', incidents: await incidents.offered() });
  return { incidents, adminHandlers: incidentHandlers(incidents, tellPages) };
}
