import { createClient } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { hostContract } from '../../shared/contract/host-contract.ts';
import type { Ticket } from '../../shared/contract/identifiers.ts';
import { namespaces } from '../../shared/contract/link-door.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/protocol-version.ts';
import type { HostFailure } from '../../shared/contract/session-log.ts';
import { openSocketLink } from '../../shared/link/socket-carrier.ts';

const WITHIN_MS = 10_000;

/**
 * Tells the server why this host does not come, so that customer and representative read it too. The ticket stays as good
 * as it was. Resolves when the server knows, or cannot be told.
 */
export function declineSession(origin: string, ticket: Ticket, reason: HostFailure): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, WITHIN_MS);
    const link = openSocketLink({
      origin,
      namespace: namespaces.host,
      door: () => ({ protocol: PROTOCOL_VERSION, by: 'ticket', ticket }),
      onEvent: () => {},
      onState(state) {
        if (state.at === 'refused') done();
        if (state.at === 'open') void tell();
      },
    });
    const server = createClient(hostContract, link);

    async function tell(): Promise<void> {
      try {
        await server.call('session.decline', { reason });
      } catch (error) {
        // The customer reads it on this screen all the same.
        console.error('The server could not be told:', error instanceof AppError ? error.code : String(error));
      }
      done();
    }

    function done(): void {
      clearTimeout(timer);
      link.close();
      resolve();
    }
  });
}
