/**
 * A viewer as a process of its own: the stock PeerJS client on real WebRTC. It tells its parent what it sees, and does
 * what its parent says. Killing it is the end that no program prepares for.
 */
import '../../customer-host/link/webrtc-globals.ts';
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import wrtc from '@roamhq/wrtc';
import * as v from 'valibot';
import { CursorMessage, HostControl, type DataChannelName } from '../../shared/contract/screen-link.ts';
import { parseTileMessage } from '../../shared/contract/tile-messages.ts';
import { awaitHostCall, openPeer, type PeerLink } from '../../shared/link/peer-link.ts';
import type { ViewerNews, ViewerOrder } from './node-viewer.ts';

const counts = { frames: 0, tiles: 0, frameWidth: 0 };
let mode: 'tiles' | 'video' = 'video';
let screen = { width: 0, height: 0 };
let painting = Buffer.alloc(0);
let link: PeerLink | undefined;
let peer: Awaited<ReturnType<typeof openPeer>> | undefined;

process.on('message', (order: ViewerOrder) => {
  carryOut(order).catch((error: unknown) => tell({ type: 'failed', text: String(error) }));
});
process.on('disconnect', () => process.exit(0));

function tell(news: ViewerNews): void {
  process.send?.(news);
}

async function carryOut(order: ViewerOrder): Promise<void> {
  switch (order.type) {
    case 'open':
      return open(order);
    case 'send':
      for (const message of order.messages) await send(order.channel, message);
      return tell({ type: 'sent', order: order.order });
    case 'picture': {
      const sha = createHash('sha256').update(painting).digest('hex');
      return tell({ type: 'picture', order: order.order, ...screen, mode, sha, ...counts, pixels: painting });
    }
    case 'closePeer':
      return peer?.destroy();
    default:
      order satisfies never;
  }
}

async function open({ origin, pass, onlyRelay }: Extract<ViewerOrder, { type: 'open' }>): Promise<void> {
  peer = await openPeer(origin, pass, { onlyRelay });
  tell({ type: 'ready' });
  link = await awaitHostCall(peer, watchVideo, new AbortController().signal);
  tell({ type: 'called' });
  const { control, tiles, cursor } = link.channels;
  control.addEventListener('message', ({ data }) => takeControl(String(data)));
  tiles.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => takeTile(data));
  cursor.addEventListener('message', ({ data }) => takeCursor(String(data)));
  void link.closed.then(() => tell({ type: 'closed', at: Date.now() }));
  await link.open;
  control.send(JSON.stringify({ type: 'hello', protocol: 1 }));
  tell({ type: 'open' });
}

async function send(name: DataChannelName, message: string | Uint8Array): Promise<void> {
  const channel = link?.channels[name];
  if (channel?.readyState !== 'open') throw new Error(`The channel ${name} is not open.`);
  while (channel.bufferedAmount > 4_000_000) await new Promise((resolve) => setTimeout(resolve, 5));
  if (typeof message === 'string') channel.send(message);
  else channel.send(new Uint8Array(message));
}

function takeControl(text: string): void {
  const message = v.parse(HostControl, JSON.parse(text));
  if (message.type === 'hello' || message.type === 'screen') {
    screen = message.screen;
    painting = Buffer.alloc(screen.width * screen.height * 4);
  }
  tell({ type: 'control', at: Date.now(), message });
}

/** Where the pointer is comes many times a second, and nobody here asks for it. */
function takeCursor(text: string): void {
  const message = v.parse(CursorMessage, JSON.parse(text));
  if (message.type === 'shape') tell({ type: 'pointer', shape: message });
  else if (message.type === 'hidden') tell({ type: 'pointerHidden' });
}

function takeTile(data: ArrayBuffer): void {
  const message = parseTileMessage(data, screen.width, screen.height);
  if (message?.kind === 'mode') mode = message.mode;
  if (message?.kind !== 'tile') return;
  counts.tiles += 1;
  const { x, y, width, height } = message.area;
  const rows = inflateRawSync(message.pixels);
  for (let row = 0; row < height; row += 1) {
    rows.copy(painting, ((y + row) * screen.width + x) * 4, row * width * 4, (row + 1) * width * 4);
  }
}

function watchVideo(track: MediaStreamTrack): void {
  new wrtc.nonstandard.RTCVideoSink(track).onframe = ({ frame }: { frame: { width: number } }) => {
    counts.frames += 1;
    counts.frameWidth = frame.width;
  };
}
