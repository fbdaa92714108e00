/** The one link to the server: opened for the account that is signed in, closed with it. */
import { createClient, parseEvent } from '../../shared/contract/contract.ts';
import type { Client } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Token } from '../../shared/contract/identifiers.ts';
import { namespaces } from '../../shared/contract/link-door.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/protocol-version.ts';
import { repContract } from '../../shared/contract/rep-contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { LinkState, SocketLink, SocketLinkOptions } from '../../shared/link/socket-carrier.ts';
import type { LinkView } from '../port/view-state.ts';
import type { RepEvent } from './server-events.ts';

/** The link, whether it stands or not. */
export interface ServerLink {
  /** Asks the server; rejects with `no-answer` while there is no link. */
  readonly client: Client<RepContract>;
  open(server: string, token: Token): void;
  retryNow(): void;
  close(): void;
  /** Messages that were no event of the contract. */
  readonly refused: number;
}

/** What the link tells as it changes. */
export interface ServerLinkOptions {
  readonly openSocket: (options: SocketLinkOptions) => SocketLink;
  readonly onEvent: (event: RepEvent) => void;
  readonly onLink: (link: LinkView) => void;
  /** The link stands: ask for what was missed. */
  readonly onOpen: () => void;
  /** The server will not have this token any more. */
  readonly onRefused: (text: string) => void;
}

/** Opens nothing by itself. */
export function createServerLink(options: ServerLinkOptions): ServerLink {
  let socket: SocketLink | undefined;
  let refused = 0;

  const hear = (message: unknown) => {
    const event = parseEvent(repContract, message);
    if (event === undefined) refused += 1;
    else options.onEvent(event);
  };
  const follow = (server: string) => (state: LinkState) => {
    if (state.at === 'closed') return;
    if (state.at === 'refused') return options.onRefused(state.error.message);
    options.onLink(linkView(server, state));
    if (state.at === 'open') options.onOpen();
  };

  return {
    client: createClient(repContract, {
      call: (call) => socket?.call(call) ?? Promise.reject(new AppError('no-answer')),
    }),
    get refused() {
      return refused;
    },
    open(server, token) {
      socket?.close();
      options.onLink({ at: 'connecting', server });
      socket = options.openSocket({
        origin: server,
        namespace: namespaces.rep,
        door: () => ({ protocol: PROTOCOL_VERSION, token }),
        onEvent: hear,
        onState: follow(server),
      });
    },
    retryNow: () => socket?.retryNow(),
    close() {
      socket?.close();
      socket = undefined;
    },
  };
}

function linkView(server: string, state: Exclude<LinkState, { at: 'closed' | 'refused' }>): LinkView {
  switch (state.at) {
    case 'connecting':
      return { at: 'connecting', server };
    case 'open':
      return { at: 'online', server };
    case 'lost': {
      const { since, retryAt, error } = state;
      return { at: 'lost', server, since, retryAt, because: error?.message ?? null };
    }
    default:
      return state satisfies never;
  }
}
