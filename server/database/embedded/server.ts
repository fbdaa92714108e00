import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

import { dispatch, failureReply } from './commands/dispatch.ts';
import { Cursors } from './cursors.ts';
import { removeExpired } from './expire.ts';
import type { Store } from './storage/store.ts';
import { MessageSplitter, frameReply, parseMessage } from './wire/message.ts';
import type { Request } from './wire/message.ts';

/** A running store: `close` ends connections and file; calling it twice is harmless. */
export type RunningServer = { close: () => Promise<void> };

/** What the server needs. `ttlIntervalMs` is the time between two looks for expired documents. */
export type ServerOptions = {
  store: Store;
  socketPath: string;
  ttlIntervalMs: number;
  now: () => Date;
  report: (message: string, cause: unknown) => void;
};

/** Listens on a Unix socket and answers every request in the order it came. Resolves when it listens. */
export async function startServer({
  store,
  socketPath,
  ttlIntervalMs,
  now,
  report,
}: ServerOptions): Promise<RunningServer> {
  const shared = { store, now, cursors: new Cursors(() => now().getTime()) };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, shared, report);
  });
  await listening(server, socketPath);
  const timer = setInterval(() => expire(store, now, report), ttlIntervalMs);
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    clearInterval(timer);
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    store.close();
  };
  return { close: () => (closed ??= close()) };
}

function listening(server: Server, socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

type Shared = Parameters<typeof dispatch>[0];

function serve(socket: Socket, shared: Shared, report: ServerOptions['report']): void {
  const splitter = new MessageSplitter();
  socket.on('error', (cause) => report('a connection broke', cause));
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of splitter.take(chunk)) answer(socket, shared, parseMessage(message), report);
    } catch (cause) {
      // After bytes that are no message nothing that follows can be understood.
      report('a connection sent what is no message', cause);
      socket.destroy();
    }
  });
}

/** Sends the reply when what it tells of is on the disk; who asks meanwhile waits as well, so replies keep their order. */
function answer(socket: Socket, shared: Shared, request: Request, report: ServerOptions['report']): void {
  const reply = dispatch(shared, request, report);
  const send = (document: Uint8Array): void => {
    if (request.wantsReply && !socket.destroyed) socket.write(frameReply(request, document));
  };
  const settled = shared.store.settled();
  if (settled === undefined) return send(reply);
  settled.then(
    () => send(reply),
    (cause: unknown) => send(failureReply(cause)),
  );
}

function expire(store: Store, now: () => Date, report: ServerOptions['report']): void {
  try {
    removeExpired(store, now());
  } catch (cause) {
    report('expired documents could not be removed', cause);
  }
}
