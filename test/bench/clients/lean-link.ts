/**
 * A link as the programs open it, in the four sentences that they use of Engine.IO and Socket.IO, straight on a
 * WebSocket: five thousand of the real client would cost the generator more than they cost the server.
 */
import { WebSocket } from 'ws';
import * as v from 'valibot';
import { LINK_PATH, wire } from '../../../shared/contract/link-door.ts';

export interface LeanLinkOptions {
  /** Such as `http://localhost:41234`; the connection goes to 127.0.0.1. */
  readonly origin: string;
  readonly audience: 'rep' | 'customer';
  readonly door: object;
  /** What the browser says as `Origin`. */
  readonly pageOrigin: string;
  /** The address of this machine from which to connect, such as `127.0.0.7`. */
  readonly from: string;
}

const KeyGiven = v.tuple([v.literal(wire.browserKey), v.string()]);

/** What is done with the answer to a call, which is JSON: `[{"ok":true,…}]`. */
export type OnAnswer = (answer: Buffer) => void;

export class LeanLink {
  /** Hears every event as it came, without its being parsed. */
  onEvent: (frame: Buffer) => void = () => {};
  /** The key that this browser was given, once it was. */
  browserKey: string | null = null;
  /** Resolves when the connection is gone. */
  readonly closed: Promise<void>;
  readonly #socket: WebSocket;
  readonly #prefix: string;
  readonly #answers = new Map<number, OnAnswer>();
  #calls = 0;

  private constructor(socket: WebSocket, audience: string) {
    this.#socket = socket;
    this.#prefix = `/${audience},`;
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  /** Resolves when the door has opened. Rejects with what the server said instead. */
  static async open({ origin, audience, door, pageOrigin, from }: LeanLinkOptions): Promise<LeanLink> {
    const address = new URL(`${LINK_PATH}/?EIO=4&transport=websocket`, origin);
    const host = address.host;
    address.protocol = 'ws:';
    address.hostname = '127.0.0.1';
    const socket = new WebSocket(address, {
      perMessageDeflate: false,
      skipUTF8Validation: true,
      localAddress: from,
      headers: { Host: host, Origin: pageOrigin, 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Bench' },
    });
    const link = new LeanLink(socket, audience);
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', (code) => reject(new Error(`The link was closed at the door (${code})`)));
      socket.on('message', (data) => {
        if (!Buffer.isBuffer(data)) return;
        if (data[0] === zero) socket.send(`40/${audience},${JSON.stringify(door)}`);
        else if (data.toString('latin1', 0, 3) === '40/') resolve();
        else if (data.toString('latin1', 0, 3) === '44/') reject(new Error(data.toString()));
        else link.#hear(data);
      });
    });
    socket.on('error', () => {
      // What is wrong shows in the calls that stay without an answer.
    });
    return link;
  }

  /** Sends a call; `params` is JSON. */
  send(operation: string, params: string, onAnswer: OnAnswer): void {
    this.#calls += 1;
    this.#answers.set(this.#calls, onAnswer);
    this.#socket.send(
      `42${this.#prefix}${this.#calls}["call",{"operation":${JSON.stringify(operation)},"params":${params}}]`,
    );
  }

  /** Sends a call and parses its answer. Rejects when the server refuses. */
  call(operation: string, params: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.send(operation, JSON.stringify(params), (answer) => {
        const [reply]: { ok: boolean; result?: unknown }[] = JSON.parse(answer.toString());
        if (reply?.ok === true) resolve(reply.result);
        else reject(new Error(`${operation}: ${answer.toString()}`));
      });
    });
  }

  /** Falls silent as a computer that sleeps: the connection stays, and nothing is read or said any more. */
  sleep(): void {
    this.#socket.pause();
  }

  close(): void {
    this.#socket.terminate();
  }

  #hear(frame: Buffer): void {
    if (frame.length === 1 && frame[0] === two) return this.#socket.send('3');
    const start = frame.indexOf(openBracket);
    if (frame[1] !== three) {
      if (this.browserKey === null && frame.includes(`["${wire.browserKey}"`)) {
        this.browserKey = v.parse(KeyGiven, JSON.parse(frame.toString('utf8', start)))[1];
      }
      return this.onEvent(frame);
    }
    const id = Number(frame.toString('latin1', 2 + this.#prefix.length, start));
    this.#answers.get(id)?.(frame.subarray(start));
    this.#answers.delete(id);
  }
}

const [zero, two, three, openBracket] = [0x30, 0x32, 0x33, 0x5b];
