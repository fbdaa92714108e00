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
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** The next version of the server may be the right one again; until then all of its reps ask this often. */
const OTHER_VERSION_AGAIN_MS = 60_000;

/** Opens nothing by itself. */
export function createServerLink(options: ServerLinkOptions): ServerLink {
  let socket: SocketLink | undefined;
  let refused = 0;
  /** The next try, while the server is of another version. */
  let later: { readonly callOff: () => void; readonly now: () => void } | undefined;

  const hear = (message: unknown) => {
    const event = parseEvent(repContract, message);
    if (event === undefined) refused += 1;
    else options.onEvent(event);
  };
  const callOff = () => {
    later?.callOff();
    later = undefined;
  };
  const connect = (server: string, token: Token) => {
    callOff();
    socket?.close();
    socket = options.openSocket({
      origin: server,
      namespace: namespaces.rep,
      door: () => ({ protocol: PROTOCOL_VERSION, token }),
      onEvent: hear,
      onState(state) {
        if (state.at === 'closed') return;
        if (state.at === 'refused') return refuse(state.error, server, token);
        options.onLink(linkView(server, state));
        if (state.at === 'open') options.onOpen();
      },
    });
  };
  /* An update of either side mends a difference of versions: who is signed in stays so, and is let in after it. */
  const refuse = ({ code, message }: AppError, server: string, token: Token) => {
    if (code !== 'protocol-mismatch') return options.onRefused(message);
    options.onLink({ at: 'other-version', server, because: message });
    const again = () => connect(server, token);
    later = { callOff: options.after(OTHER_VERSION_AGAIN_MS, again), now: again };
  };

  return {
    client: createClient(repContract, {
      call: (call) => socket?.call(call) ?? Promise.reject(new AppError('no-answer')),
    }),
    get refused() {
      return refused;
    },
    open(server, token) {
      options.onLink({ at: 'connecting', server });
      connect(server, token);
    },
    retryNow: () => (later === undefined ? socket?.retryNow() : later.now()),
    close() {
      callOff();
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
