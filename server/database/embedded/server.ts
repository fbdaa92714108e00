import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

import { dispatch } from './commands/dispatch.ts';
import { Cursors } from './cursors.ts';
import { removeExpired } from './expire.ts';
import type { Store } from './storage/store.ts';
import { answerBackup, backupCommand } from './upkeep/backup-command.ts';
import { MessageSplitter, frameReply, parseMessage } from './wire/message.ts';

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
    serve(socket, (message) => answer(shared, message, report), report);
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

function serve(
  socket: Socket,
  answerTo: (message: Buffer) => Buffer | undefined | Promise<Buffer>,
  report: ServerOptions['report'],
): void {
  const splitter = new MessageSplitter();
  socket.on('error', (cause) => report('a connection broke', cause));
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of splitter.take(chunk)) {
        const reply = answerTo(message);
        if (reply instanceof Promise) void reply.then((late) => socket.write(late));
        else if (reply !== undefined) socket.write(reply);
      }
    } catch (cause) {
      // After bytes that are no message nothing that follows can be understood.
      report('a connection sent what is no message', cause);
      socket.destroy();
    }
  });
}

function answer(
  shared: Parameters<typeof dispatch>[0],
  message: Buffer,
  report: ServerOptions['report'],
): Buffer | undefined | Promise<Buffer> {
  const request = parseMessage(message);
  // A copy takes its time, and everybody else is answered meanwhile.
  if (backupCommand in request.body)
    return answerBackup(shared.store, request.body).then((reply) => frameReply(request, reply));
  const reply = dispatch(shared, request, report);
  return request.wantsReply ? frameReply(request, reply) : undefined;
}

function expire(store: Store, now: () => Date, report: ServerOptions['report']): void {
  try {
    removeExpired(store, now());
  } catch (cause) {
    report('expired documents could not be removed', cause);
  }
}
