import { branchOf, pathTo } from '../../../../shared/contract/item-tree.ts';
import type { ChannelId } from '../../../../shared/contract/identifiers.ts';
import { incidentLimits, incidentPath } from '../../../../shared/contract/incident.ts';
import type { Incident, IncidentId } from '../../../../shared/contract/incident.ts';
import type { Choice } from '../../../../shared/ui/select.tsx';

/** What is being written about an incident; `id` is missing for a new one. */
export interface IncidentDraft {
  readonly id: IncidentId | undefined;
  readonly name: string;
  readonly parent: IncidentId | null;
  readonly channels: readonly ChannelId[];
}

/** The choice of standing at the top. */
export const atTop = 'top';

/** Where an incident can stand: not under itself, and not so deep that what it brings along has no level left. */
export function possibleParents(incidents: readonly Incident[], draft: IncidentDraft, top: string): Choice<string>[] {
  const own = draft.id === undefined ? [] : branchOf(incidents, draft.id);
  const depthOf = (id: string) => pathTo(incidents, id).length;
  const ownDepth = draft.id === undefined ? 0 : depthOf(draft.id);
  const brings = Math.max(1, ...own.map(({ id }) => depthOf(id) - ownDepth + 1));
  return [
    { value: atTop, label: top },
    ...incidents
      .filter((incident) => !own.includes(incident) && depthOf(incident.id) + brings <= incidentLimits.levels)
      .map(({ id }) => ({ value: id, label: incidentPath(incidents, id) })),
  ];
}
