/** Who may turn a request into a WebSocket. Browsers let any page try, so the origin is looked at here (H-30). */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { LINK_PATH } from '../../shared/contract/link-door.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { AddressOf } from './client-address.ts';
import type { Origins } from './origins.ts';

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface UpgradeGateParts {
  readonly origins: Origins;
  readonly addressOf: AddressOf;
  readonly audit: AuditWriter;
  readonly links: UpgradeHandler;
  readonly signalling: { readonly path: string; readonly handleUpgrade: UpgradeHandler };
}

/** For the server's `upgrade` event. Programs without an origin (the host) are let through to show a ticket, never a cookie. */
export function createUpgradeGate(parts: UpgradeGateParts): UpgradeHandler {
  const { origins, addressOf, audit, links, signalling } = parts;
  return (request, socket, head) => {
    // Nobody listens yet, and an error without a listener would end the process.
    const ignoreBrokenSocket = () => socket.destroy();
    socket.on('error', ignoreBrokenSocket);
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const isLink = path === LINK_PATH || path === `${LINK_PATH}/`;
    const isSignalling = path === signalling.path || path.startsWith(`${signalling.path}/`);
    if (!isLink && !isSignalling) return turnAway(socket, '404 Not Found');

    const caller = origins.callerOf(request.headers.origin);
    if (caller === 'foreign' || (caller === 'none' && request.headers.cookie !== undefined)) {
      audit({
        actor: 'visitor',
        action: 'link.wrong-origin',
        target: path,
        address: addressOf(request),
        outcome: 'refused',
      });
      return turnAway(socket, '403 Forbidden');
    }
    socket.off('error', ignoreBrokenSocket);
    if (isLink) links(request, socket, head);
    else signalling.handleUpgrade(request, socket, head);
  };
}

function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
