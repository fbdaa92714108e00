import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { CustomerContext } from '../edge/links.ts';
import type { PreparationState } from '../host-download/host-preparation.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { HostTickets } from './host-tickets.ts';
import { visitorSystem } from './visitor-system.ts';

export interface CustomerHostNeeds {
  readonly sessions: Sessions;
  readonly tickets: HostTickets;
  readonly preparation: () => PreparationState;
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
      const state = preparation();
      // Only this system's host can be made so far; the others are told so before they wait for anything.
      if (system !== 'linux-x64') return { system, available: false, bytes: null, preparing: false };
      const bytes = state.at === 'ready' ? state.bytes : null;
      return { system, available: state.at !== 'failed', bytes, preparing: state.at === 'preparing' };
    },
    async 'host.ticket'({ session }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      if (record.projection.ended !== null) throw new AppError('session-ended');
      return tickets.issue(session);
    },
  };
}
