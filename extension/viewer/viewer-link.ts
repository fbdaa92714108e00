/** Keeps one link to the customer's host alive for as long as a viewer is open, dialling anew after every break. */
import * as v from 'valibot';
import type { PeerId } from '../../shared/contract/identifiers.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/protocol-version.ts';
import { HostControl, type InputMessage, type ViewerControl } from '../../shared/contract/screen-link.ts';
import type { SignallingPass } from '../../shared/contract/signalling.ts';
import { awaitHostCall, openPeer, type PeerLink } from '../../shared/link/peer-link.ts';

export interface ViewerLinkPorts {
  /** The server's address, such as `https://help.example`. */
  readonly origin: string;
  /** Whether this rep's links go through the gateway only; asked for every link anew. */
  readonly onlyRelay: () => boolean;
  readonly openPass: () => Promise<SignallingPass>;
  readonly ready: (peer: PeerId) => Promise<void>;
  readonly onState: (state: LinkState) => void;
  readonly onControl: (message: HostControl) => void;
  readonly onTrack: (track: MediaStreamTrack) => void;
  readonly onTiles: (data: unknown) => void;
  readonly onCursor: (data: unknown) => void;
}

/** `waiting`: signalling stands, the host has not called. `retrying`: nothing stands; it is tried again by itself. */
export type LinkState = 'connecting' | 'waiting' | 'live' | 'retrying';

export interface ViewerLink {
  input(message: InputMessage): void;
  control(message: ViewerControl): void;
  /** The live link, for figures. */
  current(): PeerLink | undefined;
  close(): void;
}

const FIRST_RETRY_MS = 300;
const LAST_RETRY_MS = 8000;

export function openViewerLink(ports: ViewerLinkPorts): ViewerLink {
  const ending = new AbortController();
  let link: PeerLink | undefined;
  void keepLinked();

  async function keepLinked(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!ending.signal.aborted) {
      ports.onState('connecting');
      const lived = await linkOnce();
      if (ending.signal.aborted) return;
      retryMs = lived ? FIRST_RETRY_MS : Math.min(LAST_RETRY_MS, retryMs * 2);
      ports.onState('retrying');
      await pause(retryMs, ending.signal);
    }
  }

  /** Resolves when the link is over; to whether it had been live. */
  async function linkOnce(): Promise<boolean> {
    let destroy = () => {};
    try {
      const pass = await ports.openPass();
      const peer = await openPeer(ports.origin, pass, { onlyRelay: ports.onlyRelay() });
      destroy = () => peer.destroy();
      if (ending.signal.aborted) return false;
      const calling = awaitHostCall(peer, takeTrack, ending.signal);
      await ports.ready(pass.peer);
      ports.onState('waiting');
      link = await calling;
      listen(link);
      await link.open;
      send(link.channels.control, { type: 'hello', protocol: PROTOCOL_VERSION });
      ports.onState('live');
      await link.closed;
      return true;
    } catch (error) {
      // Whatever broke (server away, ticket too old, network gone) has one answer: dial anew, a little later.
      console.info('The link to the host broke:', error instanceof Error ? error.message : error);
      return false;
    } finally {
      link = undefined;
      destroy();
    }
  }

  function listen({ channels }: PeerLink): void {
    channels.control.addEventListener('message', (event) => {
      const message = parseControl(event.data);
      if (message) ports.onControl(message);
    });
    channels.tiles.addEventListener('message', (event) => ports.onTiles(event.data));
    channels.cursor.addEventListener('message', (event) => ports.onCursor(event.data));
  }

  function takeTrack(track: MediaStreamTrack, receiver: RTCRtpReceiver): void {
    // Most of a screen's delay is the receiver's jitter buffer: a screen needs none.
    receiver.jitterBufferTarget = 0;
    ports.onTrack(track);
  }

  return {
    input: (message) => send(link?.channels.input, message),
    control: (message) => send(link?.channels.control, message),
    current: () => link,
    close() {
      ending.abort();
      link?.close();
    },
  };
}

function send(channel: RTCDataChannel | undefined, message: InputMessage | ViewerControl): void {
  if (channel?.readyState === 'open') channel.send(JSON.stringify(message));
}

function parseControl(data: unknown): HostControl | undefined {
  if (typeof data !== 'string' || data.length > 64_000) return undefined;
  try {
    const message = v.safeParse(HostControl, JSON.parse(data));
    return message.success ? message.output : undefined;
  } catch {
    // Not JSON: a host of another make. The picture goes on, the message is dropped.
    return undefined;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
