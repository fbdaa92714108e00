/** The Socket.IO endpoint that carries the contracts of reps, customers and hosts. WebSocket only, no binary, no upgrade. */
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import { LINK_PATH, namespaces } from '../../shared/contract/link-door.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { Clock } from '../config/clock.ts';
import type { Log } from '../logging/log.ts';
import type { AddressOf } from './client-address.ts';
import type { StoreRoom } from '../store-room/store-room.ts';
import { describeFault } from './faults.ts';
import { createGuardedWebSockets } from './guarded-web-sockets.ts';
import type { InOrder } from './in-order.ts';
import type { CallEnvironment } from './link-calls.ts';
import type { LinkDoors } from './link-doors.ts';
import type { LinkRooms } from './link-rooms.ts';
import type { LinkListeners } from './links.ts';
import type { Caller } from './origins.ts';
import type { UpgradeHandler } from './upgrade-gate.ts';

const MAX_MESSAGE_BYTES = 512 * 1024;
/** How long a WebSocket may be open without having passed a door. */
const GREETING_WITHIN_MS = 10_000;
/** A broken line is noticed after at most both together. */
const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 10_000;

export interface LinkServer {
  readonly io: Server;
  /** Takes an upgrade that the gate has let through. */
  readonly handleUpgrade: UpgradeHandler;
  /** Closes a link for breaking the rules (1008). */
  refuse(socket: Socket): void;
  /** Opens an audience: `admit` throws an `AppError` to keep a link out; what it returns goes to `enter`. */
  open<Admitted>(
    audience: keyof typeof namespaces,
    admit: (socket: Socket) => Promise<Admitted>,
    enter: (socket: Socket, admitted: Admitted) => void,
  ): void;
  close(): Promise<void>;
}

/** What opening one audience needs. */
export interface AudienceParts {
  readonly server: LinkServer;
  readonly rooms: LinkRooms;
  readonly doors: LinkDoors;
  readonly callerOf: (socket: Socket) => Caller;
  readonly listeners: LinkListeners;
  readonly inOrder: InOrder;
  readonly environment: CallEnvironment;
}

export function createLinkServer(parts: {
  readonly audit: AuditWriter;
  readonly addressOf: AddressOf;
  readonly log: Log;
  readonly clock: Clock;
  readonly room: Pick<StoreRoom, 'noticed'>;
}): LinkServer {
  const { audit, addressOf, clock } = parts;
  const onRefused = (what: string, request: IncomingMessage) =>
    audit({ actor: 'visitor', action: `link.refused ${what}`, address: addressOf(request), outcome: 'refused' });
  const webSockets = createGuardedWebSockets(onRefused, clock);
  const io = new Server({
    path: LINK_PATH,
    transports: ['websocket'],
    allowUpgrades: false,
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    connectTimeout: GREETING_WITHIN_MS,
    pingInterval: PING_EVERY_MS,
    pingTimeout: PONG_WITHIN_MS,
    wsEngine: webSockets.wsEngine,
  });
  // It never listens: Socket.IO takes hold of a whole server, but here the gate must see each upgrade first.
  const behindTheGate = createServer();
  io.attach(behindTheGate);
  const refuse = (socket: Socket) => webSockets.refuse(socket.conn.request);

  return {
    io,
    refuse,
    handleUpgrade: (request, socket, head) => void behindTheGate.emit('upgrade', request, socket, head),

    open<Admitted>(
      audience: keyof typeof namespaces,
      admit: (socket: Socket) => Promise<Admitted>,
      enter: (socket: Socket, admitted: Admitted) => void,
    ) {
      const admitted = new WeakMap<Socket, { readonly value: Admitted }>();
      const namespace = io.of(namespaces[audience]);
      namespace.use((socket, next) => {
        void (async () => {
          try {
            const value = await admit(socket);
            admitted.set(socket, { value });
            next();
          } catch (error) {
            const refusal = error instanceof AppError ? error : describeFault(parts, error, `${audience} door`);
            if (refusal.code === 'invalid') {
              onRefused(`malformed greeting of ${audience}`, socket.conn.request);
              setImmediate(() => refuse(socket));
            }
            next(Object.assign(new Error(refusal.code), { data: { code: refusal.code, text: refusal.message } }));
          }
        })();
      });
      namespace.on('connection', (socket) => {
        const found = admitted.get(socket);
        if (found !== undefined) enter(socket, found.value);
      });
    },

    async close() {
      await io.close();
    },
  };
}
