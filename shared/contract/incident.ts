/** Support incidents: the organisation's catalogue of reasons, a small tree from which customers choose. */
import * as v from 'valibot';
import { ChannelId } from './identifiers.ts';
import { pathTo, treeRows } from './item-tree.ts';
import type { TreeRow } from './item-tree.ts';
import { line } from './text.ts';

export const IncidentId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, 'not an id'), v.brand('IncidentId'));
export type IncidentId = v.InferOutput<typeof IncidentId>;

export const IncidentName = line(60);

/** A catalogue has at most so many incidents, retired ones included, and so many levels. */
export const incidentLimits = { incidents: 200, levels: 3 } as const;

/** An incident in the web panel. */
export const Incident = v.strictObject({
  id: IncidentId,
  name: IncidentName,
  parent: v.nullable(IncidentId),
  /** Offered in these channels only; in all when there is none. What stands under it is offered there at most. */
  channels: v.array(ChannelId),
  /** No longer offered, nor what stands under it. Where it was chosen it stays readable. */
  retired: v.boolean(),
});
export type Incident = v.InferOutput<typeof Incident>;

/** An incident on the request page. */
export const PublicIncident = v.omit(Incident, ['retired']);
export type PublicIncident = v.InferOutput<typeof PublicIncident>;

/** What was chosen, by the name of that time: “Printer › Paper jam”. */
export const ChosenIncident = v.strictObject({ id: IncidentId, name: v.string() });
export type ChosenIncident = v.InferOutput<typeof ChosenIncident>;

/** What can be chosen for a request in this channel, in the catalogue's order. */
export function incidentsOf(
  incidents: readonly PublicIncident[],
  channel: ChannelId | undefined,
): TreeRow<PublicIncident>[] {
  const fits = ({ channels }: PublicIncident) =>
    channels.length === 0 || (channel !== undefined && channels.includes(channel));
  return treeRows(incidents).filter(({ item }) => pathTo(incidents, item.id).every(fits));
}

/** An incident's name with all that it stands under: “Printer › Paper jam”. */
export function incidentPath(incidents: readonly Pick<PublicIncident, 'id' | 'name' | 'parent'>[], id: string): string {
  return pathTo(incidents, id)
    .map(({ name }) => name)
    .join(' › ');
}
