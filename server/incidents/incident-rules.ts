/** How the catalogue of support incidents may be changed, and what of it is offered. Pure. */
import { AppError } from '../../shared/contract/errors.ts';
import type { ChannelId } from '../../shared/contract/identifiers.ts';
import { incidentLimits, incidentPath, incidentsOf } from '../../shared/contract/incident.ts';
import type { ChosenIncident, Incident, IncidentId, PublicIncident } from '../../shared/contract/incident.ts';
import { branchOf, pathTo, placed } from '../../shared/contract/item-tree.ts';

type Incidents = readonly Incident[];

/** @throws AppError `already-exists` for a name that a sibling has, `not-found` for a parent that is gone, `not-allowed` when it is full */
export function withIncident(incidents: Incidents, fresh: Incident): Incident[] {
  if (incidents.length >= incidentLimits.incidents) {
    throw new AppError('not-allowed', {
      text: `There are ${incidentLimits.incidents} incidents already. Customers cannot choose among more.`,
    });
  }
  return settled(placed(incidents, fresh, null), fresh);
}

/** @throws AppError `not-found`, `already-exists` */
export function withChanged(
  incidents: Incidents,
  id: IncidentId,
  change: Partial<Pick<Incident, 'name' | 'channels' | 'retired'>>,
): Incident[] {
  const changed = { ...found(incidents, id), ...change };
  return settled(
    incidents.map((incident) => (incident.id === id ? changed : incident)),
    changed,
  );
}

/** @throws AppError `not-found` when it would stand under itself or beside what is gone, `already-exists`, `not-allowed` when it gets too deep */
export function withMoved(
  incidents: Incidents,
  id: IncidentId,
  to: { readonly parent: IncidentId | null; readonly before: IncidentId | null },
): Incident[] {
  const moved = { ...found(incidents, id), parent: to.parent };
  return settled(placed(incidents, moved, to.before), moved);
}

/** What customers are offered. */
export function offered(incidents: Incidents): PublicIncident[] {
  return incidents
    .filter(({ id }) => pathTo(incidents, id).every(({ retired }) => !retired))
    .map(({ id, name, parent, channels }) => ({ id, name, parent, channels }));
}

/** What a customer chose, by its name of this moment; `undefined` when it is not offered in the channel (any more). */
export function chosen(incidents: Incidents, id: IncidentId, channel: ChannelId): ChosenIncident | undefined {
  const open = offered(incidents);
  const isOffered = incidentsOf(open, channel).some(({ item }) => item.id === id);
  return isOffered ? { id, name: incidentPath(open, id) } : undefined;
}

function settled(incidents: Incident[] | undefined, touched: Incident): Incident[] {
  if (incidents === undefined) {
    throw new AppError('not-found', { text: 'It cannot stand there (any more). Reload, then choose another place.' });
  }
  const isTwin = ({ id, parent, name }: Incident) =>
    id !== touched.id && parent === touched.parent && name.toLowerCase() === touched.name.toLowerCase();
  if (incidents.some(isTwin)) {
    throw new AppError('already-exists', { text: 'There is an incident of this name in that place. Choose another.' });
  }
  const levels = Math.max(...branchOf(incidents, touched.id).map(({ id }) => pathTo(incidents, id).length));
  if (levels > incidentLimits.levels) {
    throw new AppError('not-allowed', { text: `Incidents stand in at most ${incidentLimits.levels} levels.` });
  }
  return incidents;
}

function found(incidents: Incidents, id: IncidentId): Incident {
  const incident = incidents.find((one) => one.id === id);
  if (incident === undefined) throw new AppError('not-found');
  return incident;
}
