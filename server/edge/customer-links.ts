/** Links of customers' pages. */
import type { Handlers } from '../../shared/contract/contract.ts';
import { customerContract } from '../../shared/contract/customer-contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import { wire } from '../../shared/contract/link-door.ts';
import { answerCalls } from './link-calls.ts';
import type { AudienceParts } from './link-server.ts';
import type { CustomerContext } from './links.ts';

const MAX_USER_AGENT = 512;

export interface CustomerLinkParts extends AudienceParts {
  readonly handlers: Handlers<CustomerContract, CustomerContext>;
}

/** Lets pages in; a browser that comes without a key is given one, by which it is known from then on. */
export function openCustomerLinks(parts: CustomerLinkParts): void {
  const { server, rooms, doors, callerOf, listeners, inOrder, environment } = parts;

  server.open(
    'customer',
    (socket) => doors.customer(socket, callerOf(socket)),
    (socket, { browser, freshKey }) => {
      if (freshKey !== undefined) socket.emit(wire.browserKey, freshKey);
      const order = `browser:${browser}`;
      const isFirst = rooms.browsers.enter(browser, socket);
      const ready = inOrder(order, async () => {
        if (isFirst) await listeners.browserJoined(browser);
      });
      const context: CustomerContext = {
        linkId: socket.id,
        browser,
        address: environment.addressOf(socket.conn.request),
        userAgent: (socket.handshake.headers['user-agent'] ?? '').slice(0, MAX_USER_AGENT),
      };
      const { handlers } = parts;
      answerCalls(environment, { socket, contract: customerContract, handlers, context, actor: 'customer', ready });
      socket.on('disconnect', () => {
        if (!rooms.browsers.leave(browser, socket)) return;
        void inOrder(order, () => listeners.browserLeft(browser));
      });
    },
  );
}
