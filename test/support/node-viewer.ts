/** A rep's viewer without a browser: a process with the stock PeerJS client that waits for the host's call. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DataChannelName, HostControl, ViewerControl } from '../../shared/contract/screen-link.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { SignallingPass } from '../../shared/contract/signalling.ts';
import type { RepLink } from './people.ts';
import type { ServerProcess } from './server-process.ts';

/** What the viewer's process is told. */
export type ViewerOrder =
  | { readonly type: 'open'; readonly origin: string; readonly pass: SignallingPass; readonly onlyRelay: boolean }
  | {
      readonly type: 'send';
      readonly order: number;
      readonly channel: DataChannelName;
      readonly messages: readonly (string | Uint8Array)[];
    }
  | { readonly type: 'picture'; readonly order: number }
  | { readonly type: 'closePeer' };

/** What the viewer's process tells. Moments in milliseconds since 1970. */
export type ViewerNews =
  | { readonly type: 'ready' | 'called' | 'open' }
  | { readonly type: 'closed'; readonly at: number }
  | { readonly type: 'failed'; readonly text: string }
  | { readonly type: 'control'; readonly at: number; readonly message: HostControl }
  | { readonly type: 'sent'; readonly order: number }
  | ({ readonly type: 'picture'; readonly order: number } & ViewerPicture);

/** What the viewer has seen: RGBA rows as painted from the tiles, and how many tiles and video frames came. */
export interface ViewerPicture {
  readonly width: number;
  readonly height: number;
  readonly mode: 'tiles' | 'video';
  readonly sha: string;
  readonly frames: number;
  readonly tiles: number;
  /** Of the video frame that came last, in its own pixels; 0 before any. */
  readonly frameWidth: number;
  readonly pixels: Uint8Array;
}

export interface NodeViewer {
  readonly news: readonly ViewerNews[];
  /** The first news (that fits), past or to come. Rejects after `withinMs`. */
  hears<T extends ViewerNews['type']>(
    type: T,
    fits?: (news: Extract<ViewerNews, { type: T }>) => boolean,
    withinMs?: number,
  ): Promise<Extract<ViewerNews, { type: T }>>;
  /** The host's last word on consents and hands. */
  readonly state: Extract<HostControl, { type: 'state' }> | undefined;
  /** Sends input in the contract's form, or whatever else. Resolves when all of it is on its way. */
  input(...messages: readonly (object | string | Uint8Array)[]): Promise<void>;
  control(...messages: readonly (ViewerControl | string | Uint8Array)[]): Promise<void>;
  /** Sends texts on the channel of a tool, or of anything else. */
  send(channel: DataChannelName, ...messages: readonly (object | string)[]): Promise<void>;
  picture(): Promise<ViewerPicture>;
  /** Ends the peer as a closed panel does. */
  closePeer(): void;
  /** Ends the process without a word. */
  kill(): void;
  /** Ends it, if it has not ended yet. */
  stop(): Promise<void>;
}

const WITHIN_MS = 15_000;

/** Opens a viewer that waits for the host's call; resolves when the server has told the host of it. */
export async function openNodeViewer(
  server: Pick<ServerProcess, 'origin'>,
  rep: RepLink,
  session: SessionHead['id'],
  { onlyRelay = false }: { readonly onlyRelay?: boolean } = {},
): Promise<NodeViewer> {
  const child = fork(join(import.meta.dirname, 'node-viewer-process.ts'), [], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  const news: ViewerNews[] = [];
  const listeners = new Set<() => void>();
  let orders = 0;
  child.on('message', (item: ViewerNews) => {
    news.push(item);
    for (const listener of listeners) listener();
  });

  const hears: NodeViewer['hears'] = (type, fits = () => true, withinMs = WITHIN_MS) =>
    new Promise((resolve, reject) => {
      const isIt = (item: ViewerNews): item is Extract<ViewerNews, { type: typeof type }> => item.type === type;
      const look = () => {
        const found = news.filter(isIt).find(fits);
        if (found !== undefined) settle(() => resolve(found));
      };
      const timer = setTimeout(() => {
        const known = JSON.stringify(news.filter((item) => item.type !== 'picture').slice(-20));
        settle(() => reject(new Error(`The viewer heard no ${type} within ${withinMs} ms: ${known}`)));
      }, withinMs);
      const settle = (how: () => void) => {
        clearTimeout(timer);
        listeners.delete(look);
        how();
      };
      listeners.add(look);
      look();
    });
  const send = async (channel: DataChannelName, messages: readonly (object | string | Uint8Array)[]) => {
    const order = (orders += 1);
    child.send({ type: 'send', order, channel, messages: messages.map(asSent) } satisfies ViewerOrder);
    await hears('sent', (item) => item.order === order, 30_000);
  };

  const viewer: NodeViewer = {
    news,
    hears,
    get state() {
      const states = news.flatMap((item) =>
        item.type === 'control' && item.message.type === 'state' ? [item.message] : [],
      );
      return states.at(-1);
    },
    input: (...messages) => send('input', messages),
    control: (...messages) => send('control', messages),
    send: (channel, ...messages) => send(channel, messages),
    async picture() {
      const order = (orders += 1);
      child.send({ type: 'picture', order } satisfies ViewerOrder);
      return hears('picture', (item) => item.order === order);
    },
    closePeer: () => void child.send({ type: 'closePeer' } satisfies ViewerOrder),
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
  try {
    const pass = await rep.call('link.open', { session });
    child.send({ type: 'open', origin: server.origin, pass, onlyRelay } satisfies ViewerOrder);
    await hears('ready');
    await rep.call('link.ready', { session, peer: pass.peer });
    return viewer;
  } catch (error) {
    await viewer.stop();
    throw error;
  }
}

function asSent(message: object | string | Uint8Array): string | Uint8Array {
  return typeof message === 'string' || message instanceof Uint8Array ? message : JSON.stringify(message);
}
