/** Which catalogued reasons a customer can choose, and what follows from a choice. Pure. */
import type { ChannelId } from '../../../../shared/contract/identifiers.ts';
import { incidentPath, incidentsOf } from '../../../../shared/contract/incident.ts';
import type { PublicIncident } from '../../../../shared/contract/incident.ts';
import type { Choice } from '../../../../shared/ui/select.tsx';
import { incidentTexts } from '../../texts/customer-incidents.ts';
import type { RequestDraft } from './request-check.ts';

/** The choice that names no incident. */
const otherIncident = 'other';

/** What stands in the list for this channel; nothing when the catalogue has nothing for it. */
export function incidentChoices(
  incidents: readonly PublicIncident[],
  channel: string | undefined,
): readonly Choice<string>[] {
  const rows = offeredIn(incidents, channel);
  if (rows.length === 0) return [];
  const named = rows.map(({ item: { id } }) => ({ value: id, label: incidentPath(incidents, id) }));
  return [...named, { value: otherIncident, label: incidentTexts.other }];
}

/** The draft as it is asked: an incident only where its channel offers it, and its name for a reason that was left empty. */
export function withIncident(draft: RequestDraft, incidents: readonly PublicIncident[]): RequestDraft {
  const chosen = offeredIn(incidents, draft.channel).find(({ item }) => item.id === draft.incident)?.item;
  if (chosen === undefined) return { ...draft, incident: null };
  return draft.reason.trim() === '' ? { ...draft, reason: chosen.name } : draft;
}

function offeredIn(incidents: readonly PublicIncident[], channel: string | undefined) {
  return incidentsOf(incidents, channel as ChannelId | undefined);
}
