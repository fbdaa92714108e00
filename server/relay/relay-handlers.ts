/** The relay in the web panel. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { Clock } from '../config/clock.ts';
import { turnCredentials } from '../signalling/ice-servers.ts';
import type { RelaySettings } from './relay-settings.ts';
import { tryRelay } from './try-relay.ts';

type Handled = 'relay.get' | 'relay.update' | 'relay.remove' | 'relay.test';

export function relayHandlers(
  settings: RelaySettings,
  clock: Clock,
): Pick<Handlers<AdminContract, AdminContext>, Handled> {
  return {
    'relay.get': () => ({ relay: settings.state() }),
    async 'relay.update'(setting) {
      await settings.update(setting);
      return { relay: settings.state() };
    },
    async 'relay.remove'() {
      await settings.remove();
      return { relay: settings.state() };
    },
    async 'relay.test'() {
      const relay = settings.current();
      if (relay === undefined) throw new AppError('not-found', { text: 'No relay is set. Save one first.' });
      return { trial: await tryRelay(relay.url, turnCredentials('trial', relay.secret, clock.now())) };
    },
  };
}
