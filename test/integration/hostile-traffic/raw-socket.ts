/** Bare TCP to a server, for what no client library would send. */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { ServerProcess } from '../../support/server-process.ts';

const WITHIN_MS = 45_000;

export interface RawSocket {
  readonly socket: Socket;
  /** Everything that came so far. */
  received(): Buffer;
  /** Resolves with the first bytes that fit. */
  receives(form: RegExp): Promise<string>;
  /** Writes, and resolves when there is room for more; `false` once the other side has cut the connection. */
  write(bytes: string | Uint8Array): Promise<boolean>;
  /** Resolves when the connection is gone. */
  readonly gone: Promise<void>;
  /** The same, but rejects in words when it takes too long. */
  cut(what: string): Promise<void>;
}

export async function openRawSocket({ port }: Pick<ServerProcess, 'port'>): Promise<RawSocket> {
  const socket = connect(port, '127.0.0.1');
  const pieces: Buffer[] = [];
  socket.on('data', (piece) => pieces.push(piece));
  socket.on('error', () => {
    // Being cut off is what these tests wait for: `gone` tells of it.
  });
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'connect');
  const received = () => Buffer.concat(pieces);
  return {
    socket,
    received,
    gone,
    async cut(what) {
      await bounded(what, (done) => {
        socket.once('close', () => done(''));
        if (socket.closed) done('');
      });
    },
    receives: (form) =>
      bounded(`${String(form)} to come`, (done) => {
        const look = () => {
          const text = received().toString('latin1');
          if (form.test(text)) done(text);
        };
        socket.on('data', look).once('close', look);
        look();
      }),
    async write(bytes) {
      if (socket.destroyed || !socket.writable) return false;
      if (!socket.write(bytes)) await Promise.race([once(socket, 'drain').catch(() => {}), gone]);
      // What comes is read between two writes, so that a goodbye is not lost when the connection is then cut.
      await new Promise((resolve) => setImmediate(resolve));
      return !socket.destroyed;
    },
  };
}

/** One HTTP request, byte for byte, and everything that came back until the server closed. */
export async function rawRequest(server: ServerProcess, bytes: string | Uint8Array): Promise<string> {
  const raw = await openRawSocket(server);
  await raw.write(bytes);
  await raw.cut('the server to close');
  return raw.received().toString('latin1');
}

/** One WebSocket frame from a client, masked with zeros. `declared` lies about the length. */
export function clientFrame(
  payload: Uint8Array,
  { opcode = 1, fin = true, rsv1 = false, declared = payload.length } = {},
): Buffer {
  const first = (fin ? 0x80 : 0) | (rsv1 ? 0x40 : 0) | opcode;
  const head = Buffer.alloc(declared < 126 ? 6 : declared < 65_536 ? 8 : 14);
  head[0] = first;
  if (declared < 126) head[1] = 0x80 | declared;
  else if (declared < 65_536) {
    head[1] = 0x80 | 126;
    head.writeUInt16BE(declared, 2);
  } else {
    head[1] = 0x80 | 127;
    head.writeBigUInt64BE(BigInt(declared), 2);
  }
  return Buffer.concat([head, payload]);
}

/** A WebSocket of which the test writes every byte itself. */
export async function openRawWebSocket(
  server: ServerProcess,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawSocket> {
  const raw = await openRawSocket(server);
  const all = {
    Host: `127.0.0.1:${server.port}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  await raw.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  await raw.receives(/\r\n\r\n/);
  return raw;
}

/** The code of the close frame that the server sent before it cut the connection; `undefined` without one. */
export async function closeCodeOf(raw: RawSocket): Promise<number | undefined> {
  await raw.cut('the connection to be cut');
  const bytes = raw.received();
  // A server's frames are short and unmasked: two bytes of head, or four.
  for (let at = bytes.indexOf('\r\n\r\n') + 4; at + 4 <= bytes.length;) {
    const short = (bytes[at + 1] ?? 0) & 0x7f;
    const [head, length] = short < 126 ? [2, short] : [4, bytes.readUInt16BE(at + 2)];
    if (bytes[at] === 0x88) return bytes.readUInt16BE(at + head);
    at += head + length;
  }
  return undefined;
}

function bounded(what: string, begin: (done: (value: string) => void) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Waited ${WITHIN_MS} ms in vain for ${what}`)), WITHIN_MS);
    begin((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
