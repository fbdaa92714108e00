import { incidentModel } from '../../server/incidents/incident-model.ts';
import { createIncidents } from '../../server/incidents/incident-service.ts';
import { incidentPath } from '../../shared/contract/incident.ts';
import type { Office } from '../office.ts';
import { channels } from './channels.ts';
import type { ChannelKey } from './channels.ts';

interface CatalogueEntry {
  readonly name: string;
  readonly under?: string;
  /** Offered in this channel only. */
  readonly channel?: ChannelKey;
  /** The stories that it was chosen for, by their reason. */
  readonly reasons?: readonly string[];
  readonly isRetired?: true;
}

const catalogue: readonly CatalogueEntry[] = [
  { name: 'Printer', channel: 'computers' },
  { name: 'Nothing comes out', under: 'Printer', reasons: ['Nothing prints'] },
  { name: 'Paper jam', under: 'Printer' },
  { name: 'Computer', channel: 'computers' },
  { name: 'Screen or sound', under: 'Computer', reasons: ['The screen stays black', 'No sound in the video call'] },
  { name: 'Slow or frozen', under: 'Computer', reasons: ['The laptop is very slow'] },
  { name: 'Floppy drive', under: 'Computer', isRetired: true },
  { name: 'Signing in', channel: 'mail', reasons: ['Password forgotten'] },
  { name: 'Suspicious message', channel: 'mail', reasons: ['A strange e-mail asks for my password'] },
  { name: 'Mail and calendar', channel: 'mail', reasons: ['The calendar shows the wrong time', 'No mail comes in'] },
  { name: 'Scanner', channel: 'lending', reasons: ['Scanner at the counter beeps twice'] },
  { name: 'Something else' },
];

/** The catalogue from which customers choose. */
export async function seedIncidents({ connection, channels: service, chosenIncidents }: Office): Promise<void> {
  const incidents = createIncidents(incidentModel(connection));
  const all = await service.list();
  for (const { name, under, channel, reasons = [], isRetired } of catalogue) {
    const parent = (await incidents.list()).find((each) => each.name === under)?.id ?? null;
    const only = all.filter((each) => channel !== undefined && each.name === channels[channel].name);
    const now = await incidents.add({ name, parent, channels: only.map(({ id }) => id) });
    const added = now.find((each) => each.name === name);
    if (added === undefined) continue;
    const { id } = added;
    if (isRetired === true) await incidents.setRetired(id, true);
    for (const reason of reasons) chosenIncidents.set(reason, { id, name: incidentPath(now, id) });
  }
}
