/** The catalogue of support incidents in the web panel. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { Incident } from '../../shared/contract/incident.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { Incidents } from './incident-service.ts';

type Handled = 'incidents.list' | 'incidents.add' | 'incidents.change' | 'incidents.move' | 'incidents.setRetired';

/** `tellPages` shows every open request page what is offered now. */
export function incidentHandlers(
  incidents: Incidents,
  tellPages: () => Promise<void>,
): Pick<Handlers<AdminContract, AdminContext>, Handled> {
  const shown = async (change: Promise<Incident[]>) => {
    const changed = await change;
    await tellPages();
    return { incidents: changed };
  };
  return {
    'incidents.list': async () => ({ incidents: await incidents.list() }),
    'incidents.add': (fresh) => shown(incidents.add(fresh)),
    'incidents.change': ({ id, ...change }) => shown(incidents.change(id, change)),
    'incidents.move': ({ id, ...to }) => shown(incidents.move(id, to)),
    'incidents.setRetired': ({ id, retired }) => shown(incidents.setRetired(id, retired)),
  };
}
