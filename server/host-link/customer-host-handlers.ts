import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { HostSystem } from '../../shared/contract/host-system.ts';
import type { CustomerContext } from '../edge/links.ts';
import type { PreparationState } from '../host-download/host-preparation.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { HostTickets } from './host-tickets.ts';
import { visitorSystem } from './visitor-system.ts';

export interface CustomerHostNeeds {
  readonly sessions: Sessions;
  readonly tickets: HostTickets;
  readonly preparation: (system: HostSystem) => PreparationState;
}

/** How a customer's page comes by the host. */
export function customerHostHandlers({
  sessions,
  tickets,
  preparation,
}: CustomerHostNeeds): Pick<Handlers<CustomerContract, CustomerContext>, 'host.offer' | 'host.ticket'> {
  return {
    async 'host.offer'({ session }, { browser, userAgent }) {
      await sessions.ofBrowser(browser, session);
      const system = visitorSystem(userAgent);
      // A browser on a Mac does not say which processor it has, and the host cannot show a Mac's screen yet.
      const isServed = system === 'linux-x64' || system === 'windows-x64';
      const state: PreparationState = isServed ? preparation(system) : { at: 'failed' };
      const none = { system, available: false, bytes: null, sha256: null, signed: false, preparing: false };
      if (state.at === 'failed') return none;
      if (state.at === 'preparing') return { ...none, available: true, preparing: true };
      const { bytes, sha256, signed } = state;
      return { system, available: true, bytes, sha256, signed, preparing: false };
    },
    async 'host.ticket'({ session }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      if (record.projection.ended !== null) throw new AppError('session-ended');
      return tickets.issue(session);
    },
  };
}
