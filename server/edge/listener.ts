/** The listening socket, with or without TLS. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { CertificateFiles, ServerConfig } from '../config/config.ts';

/** Slow or silent peers are let go, or a few thousand of them would hold every connection (slow loris). */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 10_000,
  maxHeaderSize: 16_384,
  // How often Node looks for those that are over their time; half a minute unless said.
  connectionsCheckingInterval: 2000,
};

/** Thousands may come back in one moment. Whom the system turns away then tries for seconds, and with them who only signs in. */
const MOST_KNOCKING = 4096;

export interface Listener {
  readonly server: Server;
  /** The port that was bound; it differs from the one configured when that is 0. */
  readonly port: number;
  /** Serves new connections with what the certificate's files hold now; without TLS it does nothing. Throws what Node says. */
  renewCertificate(): void;
  /**
   * Takes no new connections, cuts those on which nothing is being answered (never those that became a WebSocket), and
   * resolves when all answers are out. What is not out after `graceMs` is cut.
   */
  finish(graceMs: number): Promise<void>;
  /** Cuts whatever is left. Resolves when everything is gone. */
  close(): Promise<void>;
}

/** Binds the port before anything can be answered, because addresses must be known first; requests wait for handlers. */
export async function listen(config: Pick<ServerConfig, 'host' | 'port' | 'tls'>): Promise<Listener> {
  const { tls } = config;
  const secure = tls && createTlsServer({ ...limits, ...readCertificate(tls) });
  const server: Server | TlsServer = secure ?? createServer(limits);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: config.port, host: config.host, backlog: MOST_KNOCKING }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const connections = followConnections(server);
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server listens on no port');
  let closed: Promise<void> | undefined;
  const stopTaking = () => (closed ??= new Promise((resolve) => server.close(() => resolve())));
  return {
    server,
    port: bound.port,
    renewCertificate: () => tls && secure?.setSecureContext(readCertificate(tls)),
    async finish(graceMs) {
      void stopTaking();
      await connections.finish(graceMs);
    },
    async close() {
      connections.cutAll();
      await stopTaking();
    },
  };
}

/* Counted here, because Node counts a connection that became a WebSocket no longer as one of its own to close. */
function followConnections(server: Server) {
  const all = new Set<Socket>();
  const webSockets = new Set<Duplex>();
  const answering = new Map<Socket, number>();
  let whenFinished: (() => void) | undefined;
  const cutIdle = () => {
    for (const socket of all) if (!answering.has(socket) && !webSockets.has(socket)) socket.destroySoon();
    if (answering.size === 0) whenFinished?.();
  };
  server.on('connection', (socket: Socket) => {
    all.add(socket);
    socket.once('close', () => {
      all.delete(socket);
      webSockets.delete(socket);
    });
  });
  server.on('upgrade', (_request, socket) => webSockets.add(socket));
  server.on('request', ({ socket }, response) => {
    answering.set(socket, (answering.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (answering.get(socket) ?? 1) - 1;
      if (left > 0) answering.set(socket, left);
      else answering.delete(socket);
      if (whenFinished !== undefined) cutIdle();
    });
  });
  return {
    cutAll: () => all.forEach((socket) => socket.destroy()),
    finish: (graceMs: number) =>
      new Promise<void>((resolve) => {
        const cut = setTimeout(() => answering.forEach((_count, socket) => socket.destroy()), graceMs);
        whenFinished = () => {
          clearTimeout(cut);
          resolve();
        };
        cutIdle();
      }),
  };
}

function readCertificate({ certFile, keyFile }: CertificateFiles): { cert: Buffer; key: Buffer } {
  return { cert: readFileSync(certFile), key: readFileSync(keyFile) };
}
