import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

import { dispatch, failureReply } from './commands/dispatch.ts';
import type { SharedContext } from './commands/dispatch.ts';
import { Cursors } from './cursors.ts';
import { keepExpiring } from './expire.ts';
import type { Store } from './storage/store.ts';
import { answerBackup, backupCommand } from './upkeep/backup-command.ts';
import { MessageSplitter, replyPrefix, parseMessage } from './wire/message.ts';
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
  const served = new Map<Socket, Promise<void>>();
  const server = createServer((socket) => {
    served.set(
      socket,
      serve(socket, shared, report).finally(() => served.delete(socket)),
    );
  });
  await listening(server, socketPath);
  const expiry = keepExpiring({ store, intervalMs: ttlIntervalMs, now, report });
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    for (const socket of served.keys()) socket.destroy();
    await Promise.all([...served.values(), expiry.stop()]);
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

/** Answers one connection's requests, each after the one before. Resolves when the connection is over and nothing of it works any longer. */
async function serve(socket: Socket, shared: SharedContext, report: ServerOptions['report']): Promise<void> {
  const splitter = new MessageSplitter();
  const isWanted = (): boolean => !socket.destroyed;
  let answered = Promise.resolve();
  const answer = async (message: Buffer): Promise<void> => {
    if (!isWanted()) return;
    const request = parseMessage(message);
    const reply = await durableReply(shared, request, { report, isWanted });
    if (!request.wantsReply || reply === undefined || !isWanted()) return;
    socket.cork();
    socket.write(replyPrefix(request, reply));
    socket.write(reply);
    socket.uncork();
  };
  // After bytes that are no message nothing that follows can be understood.
  const giveUp = (cause: unknown): void => {
    report('a connection sent what is no message', cause);
    socket.destroy();
  };
  socket.on('error', (cause) => report('a connection broke', cause));
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of splitter.take(chunk)) answered = answered.then(() => answer(message)).catch(giveUp);
    } catch (cause) {
      giveUp(cause);
    }
  });
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await answered;
}

/** The reply, once everything that it tells of is on the disk; undefined when nobody wants it any longer. */
async function durableReply(
  shared: SharedContext,
  request: Request,
  asked: Parameters<typeof dispatch>[2],
): Promise<Uint8Array | undefined> {
  const { store } = shared;
  // A copy takes its time, and everybody else is answered meanwhile.
  if (backupCommand in request.body) return answerBackup(store, request.body, asked.isWanted);
  const lostBefore = store.timesLost;
  const reply = await dispatch(shared, request, asked);
  try {
    await store.settled(lostBefore);
    return reply;
  } catch (cause) {
    return failureReply(cause);
  }
}
