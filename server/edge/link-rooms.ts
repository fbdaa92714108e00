/** The open links, by whom they belong to: how features reach people without knowing of sockets. */
import type { Server, Socket } from 'socket.io';
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import { namespaces, wire } from '../../shared/contract/link-door.ts';
import type { BrowserId, Links } from './links.ts';

/** Counts the links of each owner of one audience, and sends to all of them. */
export interface Room<Owner extends string> {
  /** Returns whether it is the owner's first link. */
  enter(owner: Owner, socket: Socket): boolean;
  /** Returns whether it was the owner's last link. Harmless for a link that has not entered. */
  leave(owner: Owner, socket: Socket): boolean;
  has(owner: Owner): boolean;
  owners(): ReadonlySet<Owner>;
  sockets(owner: Owner): readonly Socket[];
}

export function createRoom<Owner extends string>(): Room<Owner> {
  const open = new Map<Owner, Set<Socket>>();
  return {
    enter(owner, socket) {
      const own = open.get(owner) ?? new Set();
      open.set(owner, own.add(socket));
      return own.size === 1;
    },
    leave(owner, socket) {
      const own = open.get(owner);
      if (own === undefined || !own.delete(socket) || own.size > 0) return false;
      return open.delete(owner);
    },
    has: (owner) => open.has(owner),
    owners: () => new Set(open.keys()),
    sockets: (owner) => [...(open.get(owner) ?? [])],
  };
}

/** The rooms of the three audiences. */
export interface LinkRooms {
  readonly reps: Room<AccountId>;
  readonly browsers: Room<BrowserId>;
  readonly hosts: Room<SessionId>;
}

export function createLinkRooms(): LinkRooms {
  return { reps: createRoom(), browsers: createRoom(), hosts: createRoom() };
}

/** The rooms as the features see them. */
export function createLinks(io: Server, rooms: LinkRooms): Links {
  const tell = (sockets: readonly Socket[], event: unknown) => {
    for (const socket of sockets) socket.emit(wire.event, event);
  };
  return {
    toAccount: (account, event) => tell(rooms.reps.sockets(account), event),
    toBrowser: (browser, event) => tell(rooms.browsers.sockets(browser), event),
    toAllBrowsers: (event) => void io.of(namespaces.customer).emit(wire.event, event),
    toHost: (session, event) => tell(rooms.hosts.sockets(session), event),
    accountsConnected: () => rooms.reps.owners(),
    browserConnected: (browser) => rooms.browsers.has(browser),
    hostConnected: (session) => rooms.hosts.has(session),
    closeHost(session) {
      // Socket.IO writes what was emitted before it closes.
      for (const socket of rooms.hosts.sockets(session)) socket.disconnect(true);
    },
  };
}
