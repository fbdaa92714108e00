/** Everything that comes over a customer's wire, byte for byte as text, before any program has made something of it. */
import { io } from 'socket.io-client';
import type { ServerProcess } from '../../support/server-process.ts';
import { LINK_PATH, namespaces, wire } from '../../../shared/contract/link-door.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';

export interface RecordedWire {
  /** All that has come so far. */
  text(): string;
  /** Asks whatever is to be asked, the contract's or not, and gives the answer. */
  ask(operation: string, params: object): Promise<unknown>;
  close(): void;
}

/** One more page of a customer's browser. */
export async function recordWire({ origin }: ServerProcess, browserKey: string): Promise<RecordedWire> {
  const socket = io(new URL(namespaces.customer, origin).href, {
    path: LINK_PATH,
    transports: ['websocket'],
    upgrade: false,
    reconnection: false,
    forceNew: true,
    auth: { protocol: PROTOCOL_VERSION, browserKey },
    extraHeaders: { Origin: origin, 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Test' },
  });
  const frames: string[] = [];
  socket.io.on('open', () => socket.io.engine.on('data', (frame) => frames.push(String(frame))));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return {
    text: () => frames.join('\n'),
    ask: (operation, params) =>
      socket.timeout(10_000).emitWithAck(wire.call, { operation, params }) as Promise<unknown>,
    close: () => void socket.disconnect(),
  };
}
