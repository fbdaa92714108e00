/** Links of customer hosts. */
import type { Handlers } from '../../shared/contract/contract.ts';
import { hostContract } from '../../shared/contract/host-contract.ts';
import type { HostContract } from '../../shared/contract/host-contract.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { answerCalls } from './link-calls.ts';
import type { AudienceParts } from './link-server.ts';
import type { HostContext } from './links.ts';

/** How long a host may take to join a session by the ticket or token that it came with. */
const JOIN_WITHIN_MS = 10_000;

export interface HostLinkParts extends AudienceParts {
  readonly handlers: Handlers<HostContract, HostContext>;
}

/** Lets hosts in. The features' `session.join` looks at the ticket; a link that has not joined in time is closed. */
export function openHostLinks(parts: HostLinkParts): void {
  const { server, rooms, doors, callerOf, listeners, inOrder, environment } = parts;

  server.open(
    'host',
    (socket) => doors.host(socket, callerOf(socket)),
    (socket, admission) => {
      let joined: SessionId | undefined;
      const context: HostContext = {
        linkId: socket.id,
        admission,
        get session() {
          return joined;
        },
        // Entering the room here, and not after the handler, so that no event sent by the handler itself is missed.
        set session(session) {
          if (joined !== undefined) leave();
          joined = session;
          if (session !== undefined && socket.connected) rooms.hosts.enter(session, socket);
        },
      };
      const leave = () => {
        const left = joined;
        joined = undefined;
        if (left === undefined || !rooms.hosts.leave(left, socket)) return;
        void inOrder(`host:${left}`, () => listeners.hostLeft(left));
      };
      const impatience = setTimeout(() => {
        if (joined === undefined) socket.disconnect(true);
      }, JOIN_WITHIN_MS);
      const { handlers } = parts;
      const ready = Promise.resolve();
      answerCalls(environment, { socket, contract: hostContract, handlers, context, actor: 'host', ready });
      socket.on('disconnect', () => {
        clearTimeout(impatience);
        leave();
      });
    },
  );
}
