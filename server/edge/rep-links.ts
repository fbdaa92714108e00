/** Links of reps' extensions. */
import type { Socket } from 'socket.io';
import type { Account } from '../../shared/contract/account.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { wire } from '../../shared/contract/link-door.ts';
import { repContract } from '../../shared/contract/rep-contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { AccountNews } from '../accounts/account-news.ts';
import type { AccountService } from '../accounts/account-service.ts';
import type { SignedIn } from '../accounts/sign-ins.ts';
import { answerCalls } from './link-calls.ts';
import type { AudienceParts } from './link-server.ts';
import type { RepContext } from './links.ts';

export interface RepLinkParts extends AudienceParts {
  readonly handlers: Handlers<RepContract, RepContext>;
  readonly accounts: AccountService;
  readonly news: AccountNews;
}

/** An open link; `account` is replaced whenever it changes, so that a call never sees an old role. */
interface RepLink {
  account: Account;
  readonly tokenHash: string;
}

/** Lets reps in, and lets them go the moment their sign-in ends. */
export function openRepLinks(parts: RepLinkParts): void {
  const { server, rooms, doors, callerOf, listeners, inOrder, environment, accounts, news } = parts;
  const { log } = environment;
  const links = new WeakMap<Socket, RepLink>();

  news.subscribe({
    changed(account) {
      for (const socket of rooms.reps.sockets(account.id)) {
        const link = links.get(socket);
        if (link !== undefined) link.account = account;
        socket.emit(wire.event, { type: 'account.changed', account });
      }
    },
    revoked({ account, text, only, except, kind }) {
      for (const socket of rooms.reps.sockets(account)) {
        const tokenHash = links.get(socket)?.tokenHash;
        const isSpared = only === undefined ? except !== undefined && tokenHash === except : tokenHash !== only;
        if (!isSpared) letGo(socket, text);
      }
      if (kind !== 'panel') void inOrder(`rep:${account}`, () => listeners.repRevoked(account));
    },
  });

  server.open('rep', (socket) => doors.rep(socket, callerOf(socket)), enter);

  function enter(socket: Socket, { account, tokenHash }: SignedIn): void {
    const link: RepLink = { account, tokenHash };
    const { id } = account;
    links.set(socket, link);
    const isFirst = rooms.reps.enter(id, socket);
    const ready = inOrder(`rep:${id}`, async () => {
      await noteSeen(id);
      if (isFirst) await listeners.repJoined(id);
      await closeIfRevoked(socket);
    });
    const context: RepContext = {
      linkId: socket.id,
      get account() {
        return link.account;
      },
    };
    answerCalls(environment, { socket, contract: repContract, handlers: parts.handlers, context, actor: id, ready });
    socket.on('disconnect', () => {
      const isLast = rooms.reps.leave(id, socket);
      void inOrder(`rep:${id}`, async () => {
        await noteSeen(id);
        if (isLast) await listeners.repLeft(id);
      });
    });
  }

  /* The sign-in may have ended between the look at the door and the moment this link could hear of it. */
  async function closeIfRevoked(socket: Socket): Promise<void> {
    const stillIn = await doors.rep(socket, callerOf(socket)).catch((error: unknown) => {
      log.warn('A link that came while its sign-in ended is closed', { reason: String(error) });
      return undefined;
    });
    if (stillIn === undefined) letGo(socket, 'You are signed out. Sign in again.');
  }

  async function noteSeen(id: Account['id']): Promise<void> {
    await accounts.seen(id).catch((error: unknown) => log.fault('Could not note when a rep was here', error));
  }
}

/** Socket.IO writes what was emitted before it closes, so the reason arrives first. */
function letGo(socket: Socket, text: string): void {
  socket.emit(wire.event, { type: 'account.revoked', text });
  socket.disconnect(true);
}
