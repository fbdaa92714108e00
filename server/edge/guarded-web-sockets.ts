/** The WebSockets under Socket.IO, with a guard that reads every frame first and closes with 1008 what is not ours. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { ServerOptions } from 'ws';
import type { Clock } from '../config/clock.ts';
import { readFrame } from './link-frames.ts';
import { createTokenBucket } from './token-bucket.ts';
import type { TokenBucket } from './token-bucket.ts';

/** RFC 6455: "policy violation". */
const POLICY_VIOLATION = 1008;
/** Frames of any kind, pings too; far more than the calls that a link may make. */
const frameLimit = { burst: 600, perSecond: 100 };
/** Messages of our programs are one frame; browsers cut large ones, such as a picture, into some. */
const MAX_FRAGMENTS = 256;
/** How long a peer may take to answer the close before its connection is cut. */
const GOODBYE_MS = 2000;

export interface GuardedWebSockets {
  /** For Socket.IO's option `wsEngine`. */
  readonly wsEngine: new (options: ServerOptions) => WebSocketServer;
  /** Closes the link that came with a request for breaking the rules; anything it still sends is dropped. */
  refuse(request: IncomingMessage): void;
}

/** `onRefused` is told of every link that sent what no program of ours sends. */
export function createGuardedWebSockets(
  onRefused: (what: string, request: IncomingMessage) => void,
  clock: Clock,
): GuardedWebSockets {
  const open = new WeakMap<IncomingMessage, GuardedWebSocket>();

  class GuardedServer extends WebSocketServer {
    constructor(options: ServerOptions) {
      super({ ...options, maxFragments: MAX_FRAGMENTS, WebSocket: GuardedWebSocket });
    }

    override handleUpgrade(
      request: IncomingMessage,
      socket: Duplex,
      head: Buffer,
      opened: (client: WebSocket, request: IncomingMessage) => void,
    ): void {
      super.handleUpgrade(request, socket, head, (client) => {
        if (!(client instanceof GuardedWebSocket)) return client.terminate();
        client.onForeign = (what) => onRefused(what, request);
        client.takeFrame = followRate(clock);
        if (request.headers['sec-websocket-protocol'] !== undefined) return client.refuse('wrong sub-protocol');
        open.set(request, client);
        opened(client, request);
      });
    }
  }

  return {
    wsEngine: GuardedServer,
    refuse: (request) => open.get(request)?.refuse(undefined),
  };
}

function followRate(clock: Clock): () => boolean {
  const frames: TokenBucket = createTokenBucket(frameLimit, clock.now());
  return () => frames.take(clock.now());
}

class GuardedWebSocket extends WebSocket {
  onForeign: ((what: string) => void) | undefined;
  takeFrame: () => boolean = () => true;
  #joined: string | undefined;
  #isRefused = false;

  /* Reading in `emit` and not in a listener: a listener cannot keep the frame from those after it. */
  override emit(event: string | symbol, ...args: unknown[]): boolean {
    const isFrame = event === 'message' || event === 'ping' || event === 'pong';
    if (isFrame && !this.#isRefused && !this.takeFrame()) this.refuse('too many frames');
    if (event !== 'message') return super.emit(event, ...args);
    if (this.#isRefused) return false;
    const [data, isBinary] = args;
    const frame = isBinary === true || !Buffer.isBuffer(data) ? undefined : readFrame(data.toString(), this.#joined);
    if (frame === undefined || frame.is === 'foreign') {
      this.refuse(this.#joined === undefined ? 'foreign first frame' : 'foreign frame');
      return false;
    }
    if (frame.is === 'greeting') this.#joined = frame.audience;
    return super.emit(event, ...args);
  }

  /** Closes for breaking the rules; `what` is told to whoever counts it. */
  refuse(what: string | undefined): void {
    if (this.#isRefused) return;
    this.#isRefused = true;
    if (what !== undefined) this.onForeign?.(what);
    this.close(POLICY_VIOLATION);
    setTimeout(() => this.terminate(), GOODBYE_MS).unref();
  }
}
