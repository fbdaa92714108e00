/** Signalling links as the stock client opens them, and as somebody would who does not keep to the protocol. */
import { WebSocket } from 'ws';
import * as v from 'valibot';
import type { SignallingPass } from '../../../shared/contract/signalling.ts';
import type { ServerProcess } from '../../support/server-process.ts';

const Message = v.looseObject({ type: v.string(), src: v.optional(v.string()), payload: v.optional(v.unknown()) });
type Message = v.InferOutput<typeof Message>;

export interface SignallingLink {
  readonly messages: readonly Message[];
  send(message: object | string): void;
  /** The first message that fits, past or to come, within two seconds. */
  message(type: string): Promise<Message>;
  /** The code that the server closed with. */
  readonly closed: Promise<number>;
  close(): void;
}

export type Opening = { readonly link: SignallingLink } | { readonly status: number };

/** The URL that PeerJS makes of a pass. */
export function signallingUrl(server: ServerProcess, query: Readonly<Record<string, string>>, path = '/peer'): string {
  const url = new URL(`${path}/peerjs`, server.origin.replace(/^http/, 'ws'));
  for (const [name, value] of Object.entries({ key: 'peerjs', version: '1.5.5', ...query })) {
    url.searchParams.set(name, value);
  }
  return url.href;
}

/** Opens with what a pass says, or tells the HTTP status of the refusal. */
export function openSignalling(url: string): Promise<Opening> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    const messages: Message[] = [];
    const listeners = new Set<() => void>();
    const closed = new Promise<number>((close) => socket.once('close', close));
    socket.on('message', (data: Buffer) => {
      messages.push(v.parse(Message, JSON.parse(data.toString('utf8'))));
      for (const listener of listeners) listener();
    });
    socket.once('unexpected-response', (request, response) => {
      request.destroy();
      resolve({ status: response.statusCode ?? 0 });
    });
    socket.once('error', reject);
    const link: SignallingLink = {
      messages,
      closed,
      send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
      message: (type) =>
        new Promise((found, missed) => {
          const timer = setTimeout(() => missed(new Error(`No ${type} came: ${JSON.stringify(messages)}`)), 2000);
          const look = () => {
            const message = messages.find((one) => one.type === type);
            if (message === undefined) return;
            clearTimeout(timer);
            listeners.delete(look);
            found(message);
          };
          listeners.add(look);
          look();
        }),
      close: () => socket.close(),
    };
    socket.once('open', () => resolve({ link }));
  });
}

/** Opens with a pass, and waits for the server's first word. */
export async function openWith(server: ServerProcess, pass: SignallingPass): Promise<SignallingLink> {
  const opening = await openSignalling(signallingUrl(server, { id: pass.peer, token: pass.ticket }, pass.path));
  if (!('link' in opening)) throw new Error(`Refused with ${opening.status}`);
  await opening.link.message('OPEN');
  return opening.link;
}
