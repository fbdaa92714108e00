/**
 * Carries a contract over Socket.IO, for browsers and for the host. It knows how to be let in, how to come back, and
 * nothing of what is said: calls and events pass as they are, and are parsed by `shared/contract/contract.ts`.
 */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import * as v from 'valibot';
import type { Call, Carrier } from '../contract/contract.ts';
import { AppError, isErrorCode } from '../contract/errors.ts';
import type { ErrorCode } from '../contract/errors.ts';
import { Token } from '../contract/identifiers.ts';
import { DoorRefusal, LINK_PATH, wire } from '../contract/link-door.ts';
import { growingDelays } from './reconnect-policy.ts';
import type { ReconnectPolicy } from './reconnect-policy.ts';

/** How a link stands. Moments in milliseconds of the own clock. */
export type LinkState =
  | { readonly at: 'connecting' }
  | { readonly at: 'open' }
  /** Not there since `since`; tried again at `retryAt`. `error` if the server said why. */
  | { readonly at: 'lost'; readonly since: number; readonly retryAt: number; readonly error: AppError | undefined }
  /** The server will not let this link in, however often it asks. */
  | { readonly at: 'refused'; readonly error: AppError }
  | { readonly at: 'closed' };

/** Where to, how to be let in, and who hears of it. */
export interface SocketLinkOptions {
  /** Of the server, such as `https://help.example`. */
  readonly origin: string;
  /** One of `namespaces`. */
  readonly namespace: string;
  /** The first message: called anew for every attempt, so that it can carry what the last one brought. */
  readonly door: () => object;
  readonly onEvent: (message: unknown) => void;
  readonly onState: (state: LinkState) => void;
  /** Customers' pages: the key that this browser has been given, to be kept and shown at the door from now on. */
  readonly onBrowserKey?: (key: Token) => void;
  readonly policy?: ReconnectPolicy;
  /** What a browser says by itself, such as `Origin`; for programs that are none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How long a call may stay without an answer. 15 s unless said. */
  readonly answerWithinMs?: number;
  readonly now?: () => number;
}

/** A link that comes back by itself. */
export interface SocketLink extends Carrier {
  /** Rejects with `no-answer` at once while the link is not open, and when no answer comes in time. */
  call(call: Call): Promise<unknown>;
  readonly state: LinkState;
  /** Tries now instead of at `retryAt`. Does nothing when open or closed. */
  retryNow(): void;
  /** For good; any number of times. */
  close(): void;
}

const ANSWER_WITHIN_MS = 15_000;

/** Asking again would bring the same answer until a person does something. */
const finalRefusals: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'protocol-mismatch',
  'not-signed-in',
  'wrong-credentials',
  'not-allowed',
  'wrong-origin',
  'ticket-refused',
  'invalid',
]);

/** Opens a link and keeps it open until it is closed or refused for good. */
export function openSocketLink(options: SocketLinkOptions): SocketLink {
  const { onEvent, onState, onBrowserKey, policy = growingDelays(), now = Date.now } = options;
  const socket = socketTo(options);
  let state: LinkState = { at: 'connecting' };
  let attempt = 0;
  let lostSince: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const enter = (next: LinkState) => {
    state = next;
    onState(next);
  };
  const tryAgain = (error?: AppError) => {
    if (state.at === 'closed') return;
    attempt += 1;
    lostSince ??= now();
    const delayMs = policy.delayMs(attempt);
    clearTimeout(timer);
    timer = setTimeout(() => socket.connect(), delayMs);
    enter({ at: 'lost', since: lostSince, retryAt: now() + delayMs, error });
  };

  socket.on('connect', () => {
    attempt = 0;
    lostSince = undefined;
    enter({ at: 'open' });
  });
  socket.on('disconnect', () => tryAgain());
  socket.on('connect_error', (cause: Error) => {
    const error = doorRefusal(cause);
    if (error !== undefined && finalRefusals.has(error.code)) {
      socket.disconnect();
      enter({ at: 'refused', error });
    } else tryAgain(error);
  });
  socket.on(wire.event, onEvent);
  socket.on(wire.browserKey, (key: unknown) => {
    const parsed = v.safeParse(Token, key);
    if (parsed.success) onBrowserKey?.(parsed.output);
  });
  socket.connect();

  return {
    get state() {
      return state;
    },
    async call(call) {
      if (!socket.connected) throw new AppError('no-answer');
      const withinMs = options.answerWithinMs ?? ANSWER_WITHIN_MS;
      try {
        return (await socket.timeout(withinMs).emitWithAck(wire.call, call)) as unknown;
      } catch (cause) {
        throw new AppError('no-answer', { cause });
      }
    },
    retryNow() {
      if (state.at !== 'lost') return;
      clearTimeout(timer);
      socket.connect();
    },
    close() {
      if (state.at === 'closed') return;
      clearTimeout(timer);
      enter({ at: 'closed' });
      socket.off();
      socket.disconnect();
    },
  };
}

/* Its own reconnecting is off: waiting and refusals are settled here, where they can be told to people. */
function socketTo({ origin, namespace, door, headers }: SocketLinkOptions): Socket {
  return io(new URL(namespace, origin).href, {
    path: LINK_PATH,
    transports: ['websocket'],
    upgrade: false,
    reconnection: false,
    autoConnect: false,
    forceNew: true,
    auth: (give) => give(door()),
    ...(headers === undefined ? {} : { extraHeaders: { ...headers } }),
  });
}

/** What the server said at the door; `undefined` when it was not the server that refused. */
function doorRefusal(cause: Error & { data?: unknown }): AppError | undefined {
  const refusal = v.safeParse(DoorRefusal, cause.data);
  if (!refusal.success) return undefined;
  const { code, text } = refusal.output;
  return new AppError(isErrorCode(code) ? code : 'server-fault', { text, cause });
}
