/** The organisation's catalogue of support incidents. */
import { AppError } from '../../shared/contract/errors.ts';
import type { ChannelId } from '../../shared/contract/identifiers.ts';
import { IncidentId } from '../../shared/contract/incident.ts';
import type { ChosenIncident, Incident, PublicIncident } from '../../shared/contract/incident.ts';
import type { RevisedLists } from '../documents/revised-list-model.ts';
import { newId } from '../secrets/random.ts';
import { chosen, offered, withChanged, withIncident, withMoved } from './incident-rules.ts';

interface ChosenBefore {
  readonly channel: ChannelId;
  readonly incident?: ChosenIncident | null;
}

/** Each change gives the catalogue as it is then. Throws what the rules throw. */
export interface Incidents {
  list(): Promise<Incident[]>;
  /** What the request page offers. */
  offered(): Promise<PublicIncident[]>;
  /**
   * What a customer chose; `null` for nothing. What was chosen in that channel `before` may stay, whatever is offered now.
   * @throws AppError `not-found` when it is not offered in the channel (any more)
   */
  choose(id: IncidentId | null, channel: ChannelId, before?: ChosenBefore): Promise<ChosenIncident | null>;
  add(fresh: Pick<Incident, 'name' | 'parent' | 'channels'>): Promise<Incident[]>;
  change(id: IncidentId, change: Pick<Incident, 'name' | 'channels'>): Promise<Incident[]>;
  move(id: IncidentId, to: { parent: IncidentId | null; before: IncidentId | null }): Promise<Incident[]>;
  setRetired(id: IncidentId, retired: boolean): Promise<Incident[]>;
}

const ONLY = 'incidents';

export function createIncidents(lists: RevisedLists<Incident>): Incidents {
  return {
    list: () => lists.read(ONLY),
    async offered() {
      return offered(await lists.read(ONLY));
    },
    async choose(id, channel, before) {
      if (id === null) return null;
      if (before?.channel === channel && before.incident?.id === id) return before.incident;
      const found = chosen(await lists.read(ONLY), id, channel);
      if (found !== undefined) return found;
      throw new AppError('not-found', { text: 'This kind of problem is not offered any more. Choose another one.' });
    },
    add(fresh) {
      const incident: Incident = { ...fresh, id: newId(IncidentId), retired: false };
      return lists.change(ONLY, (incidents) => withIncident(incidents, incident));
    },
    change: (id, change) => lists.change(ONLY, (incidents) => withChanged(incidents, id, change)),
    move: (id, to) => lists.change(ONLY, (incidents) => withMoved(incidents, id, to)),
    setRetired: (id, retired) => lists.change(ONLY, (incidents) => withChanged(incidents, id, { retired })),
  };
}
