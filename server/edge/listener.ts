/** The listening socket, with or without TLS. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { CertificateFiles, ServerConfig } from '../config/config.ts';

/** Slow or silent peers are let go, or a few thousand of them would hold every connection (slow loris). */
const limits = { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 10_000, maxHeaderSize: 16_384 };

export interface Listener {
  readonly server: Server;
  /** The port that was bound; it differs from the one configured when that is 0. */
  readonly port: number;
  /** Serves new connections with what the certificate's files hold now; without TLS it does nothing. Throws what Node says. */
  renewCertificate(): void;
  /** Takes no new connections and resolves when the old ones are gone, at the latest after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/** Binds the port before anything can be answered, because addresses must be known first; requests wait for handlers. */
export async function listen(config: Pick<ServerConfig, 'host' | 'port' | 'tls'>): Promise<Listener> {
  const { tls } = config;
  const secure = tls && createTlsServer({ ...limits, ...readCertificate(tls) });
  const server: Server | TlsServer = secure ?? createServer(limits);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  // All of them, because Node counts a connection that became a WebSocket no longer as one of its own to close.
  const connections = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server listens on no port');
  return {
    server,
    port: bound.port,
    renewCertificate: () => tls && secure?.setSecureContext(readCertificate(tls)),
    close: (graceMs) =>
      new Promise<void>((resolve) => {
        const cut = setTimeout(() => connections.forEach((socket) => socket.destroy()), graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function readCertificate({ certFile, keyFile }: CertificateFiles): { cert: Buffer; key: Buffer } {
  return { cert: readFileSync(certFile), key: readFileSync(keyFile) };
}
