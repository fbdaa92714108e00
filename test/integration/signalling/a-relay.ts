/**
 * A relay for tests, as far as screens go through one: TURN over UDP (RFC 8656), for one secret. It knows credentials,
 * gives ways through and takes them back, and passes on what comes; it holds nobody to permissions or lifetimes.
 */
import { createSocket } from 'node:dgram';
import type { RemoteInfo, Socket } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import { addressIn, attribute, attributesOf, keyOf, message, peerAddress, types } from './stun-messages.ts';
import type { Attributes } from './stun-messages.ts';

const realm = 'relay.example';
const nonce = 'f//499k954d6OL34oL9FSTvy64sA';

export interface TestRelay {
  readonly url: string;
  /** How many ways through it has given, and taken back. */
  readonly given: () => number;
  readonly takenBack: () => number;
  /** How many packets it has passed on. */
  readonly passedOn: () => number;
  stop(): void;
}

/** A way through: what comes to its socket goes to the client. */
interface Way {
  readonly socket: Socket;
  readonly channels: Map<number, { readonly address: string; readonly port: number }>;
}

export async function startRelay(secret: string): Promise<TestRelay> {
  const host = ownAddress();
  const socket = createSocket('udp4');
  const ways = new Map<string, Way>();
  let [given, takenBack, passedOn] = [0, 0, 0];

  const back = (to: RemoteInfo, bytes: Buffer) => socket.send(bytes, to.port, to.address);
  const toPeer = (way: Way | undefined, peer: { address: string; port: number } | undefined, data: Buffer) => {
    if (way === undefined || peer === undefined) return;
    passedOn += 1;
    way.socket.send(data, peer.port, peer.address);
  };
  const fromPeer = (client: RemoteInfo, way: Way, data: Buffer, peer: RemoteInfo) => {
    passedOn += 1;
    const bound = [...way.channels].find(([, one]) => one.address === peer.address && one.port === peer.port);
    if (bound === undefined) {
      const id = Buffer.alloc(12);
      back(client, message(types.data, id, [peerAddress(0x0012, peer), attribute(0x0013, data)]));
      return;
    }
    const head = Buffer.alloc(4);
    head.writeUInt16BE(bound[0], 0);
    head.writeUInt16BE(data.length, 2);
    back(client, Buffer.concat([head, data]));
  };
  const wayFor = async (client: RemoteInfo): Promise<Way> => {
    const way: Way = { socket: createSocket('udp4'), channels: new Map() };
    way.socket.on('message', (data, peer) => fromPeer(client, way, data, peer));
    await new Promise<void>((bound) => way.socket.bind(0, host, bound));
    ways.set(nameOf(client), way);
    given += 1;
    return way;
  };
  const answer = async (method: number, asked: Attributes, client: RemoteInfo): Promise<Buffer[]> => {
    const way = ways.get(nameOf(client));
    if (method === types.allocate) {
      const { port } = (way ?? (await wayFor(client))).socket.address();
      return [
        peerAddress(0x0016, { address: host, port }),
        peerAddress(0x0020, client),
        attribute(0x000d, Buffer.from([0, 0, 2, 88])),
      ];
    }
    if (method === types.refresh) {
      const lifetime = asked.get(0x000d)?.value ?? Buffer.from([0, 0, 2, 88]);
      if (lifetime.readUInt32BE(0) === 0) {
        takenBack += 1;
        way?.socket.close();
        ways.delete(nameOf(client));
      }
      return [attribute(0x000d, lifetime)];
    }
    const channel = asked.get(0x000c)?.value.readUInt16BE(0);
    const peer = addressIn(asked.get(0x0012)?.value);
    if (method === types.bindChannel && channel !== undefined && peer !== undefined) way?.channels.set(channel, peer);
    return [];
  };

  socket.on('message', (bytes, client) => {
    // The first two bits tell packets of a bound channel from messages.
    if (bytes.readUInt8(0) >> 6 === 1) {
      const way = ways.get(nameOf(client));
      toPeer(way, way?.channels.get(bytes.readUInt16BE(0)), bytes.subarray(4, 4 + bytes.readUInt16BE(2)));
      return;
    }
    const method = bytes.readUInt16BE(0);
    const asked = attributesOf(bytes);
    if (method === types.send) {
      toPeer(
        ways.get(nameOf(client)),
        addressIn(asked.get(0x0012)?.value),
        asked.get(0x0013)?.value ?? Buffer.alloc(0),
      );
      return;
    }
    const id = bytes.subarray(8, 20);
    if (method === types.bind) return back(client, message(method | 0x0100, id, [peerAddress(0x0020, client)]));
    const key = keyOf(bytes, asked, realm, secret);
    if (key === undefined) {
      const why = attribute(0x0009, Buffer.from([0, 0, 4, 1]));
      return back(client, message(method | 0x0110, id, [why, attribute(0x0014, realm), attribute(0x0015, nonce)]));
    }
    void answer(method, asked, client).then((said) => back(client, message(method | 0x0100, id, said, key)));
  });
  await new Promise<void>((bound) => socket.bind(0, host, bound));
  return {
    url: `turn:${host}:${socket.address().port}`,
    given: () => given,
    takenBack: () => takenBack,
    passedOn: () => passedOn,
    stop() {
      for (const way of ways.values()) way.socket.close();
      socket.close();
    },
  };
}

function nameOf({ address, port }: RemoteInfo): string {
  return `${address}:${port}`;
}

/** WebRTC leaves the loopback address aside, so the relay has another one where there is one. */
export function ownAddress(): string {
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return own.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}
