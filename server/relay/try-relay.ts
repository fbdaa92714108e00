/** Asks a relay for a way through, as a computer in a session would. */
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { RelayTrial } from '../../shared/contract/relay.ts';
import { readStunAnswer, stunLength, stunRequest } from './stun-message.ts';
import type { StunAnswer, StunCredentials } from './stun-message.ts';

const ANSWER_WITHIN_MS = 4000;
/** A lost packet is sent again, because UDP promises nothing. */
const AGAIN_AFTER_MS = 700;
const unauthorised = 401;

/** What carries messages to the relay and back. `onMessage` may hear of anything. */
interface Wire {
  send(message: Buffer): void;
  close(): void;
}
type OpenWire = (onMessage: (message: Buffer) => void, onLost: () => void) => Wire;

/** Never rejects: what cannot be reached is `silent`. Takes four seconds at most for each of two questions. */
export async function tryRelay(
  url: string,
  credentials: Pick<StunCredentials, 'username' | 'credential'>,
): Promise<RelayTrial> {
  let hear: ((answer: StunAnswer | undefined) => void) | undefined;
  const wire = wireTo(url)(
    (message) => hear?.(readStunAnswer(message)),
    () => hear?.(undefined),
  );
  const ask = (method: 'allocate' | 'refresh', known?: StunCredentials) =>
    new Promise<StunAnswer | undefined>((resolve) => {
      const transaction = randomBytes(12);
      const message = stunRequest(method, transaction, known);
      const again = setInterval(() => wire.send(message), AGAIN_AFTER_MS);
      const end = (answer: StunAnswer | undefined) => {
        if (answer !== undefined && answer.transaction !== transaction.toString('hex')) return;
        clearInterval(again);
        clearTimeout(patience);
        hear = undefined;
        resolve(answer);
      };
      const patience = setTimeout(() => end(undefined), ANSWER_WITHIN_MS);
      hear = end;
      wire.send(message);
    });
  try {
    // The first question is always turned down; the answer says how to ask properly.
    const first = await ask('allocate');
    if (first === undefined) return 'silent';
    if (first.errorCode !== unauthorised) return first.errorCode === 0 ? 'works' : 'refused';
    const known = { ...credentials, realm: first.realm, nonce: first.nonce };
    const second = await ask('allocate', known);
    if (second === undefined) return 'silent';
    if (second.errorCode !== 0) return 'refused';
    await ask('refresh', known);
    return 'works';
  } finally {
    wire.close();
  }
}

function wireTo(url: string): OpenWire {
  const [, scheme, host = '', port, transport] =
    /^(turns?):(\[[^\]]+\]|[^:?]+)(?::(\d+))?(?:\?transport=(udp|tcp))?$/.exec(url) ?? [];
  const isTls = scheme === 'turns';
  const address = { host: host.replaceAll(/[[\]]/g, ''), port: Number(port ?? (isTls ? 5349 : 3478)) };
  return isTls || transport === 'tcp' ? streamWire(address, isTls) : packetWire(address);
}

function packetWire({ host, port }: { host: string; port: number }): OpenWire {
  return (onMessage, onLost) => {
    const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
    socket.on('message', onMessage);
    socket.on('error', onLost);
    return { send: (message) => socket.send(message, port, host), close: () => socket.close() };
  };
}

function streamWire(address: { host: string; port: number }, isTls: boolean): OpenWire {
  return (onMessage, onLost) => {
    let came = Buffer.alloc(0);
    const socket = isTls ? connectTls({ ...address, servername: address.host }) : connect(address);
    const sent = new Set<Buffer>();
    socket.on('data', (part: Buffer) => {
      came = Buffer.concat([came, part]);
      for (let length = stunLength(came); length !== undefined && came.length >= length; length = stunLength(came)) {
        onMessage(came.subarray(0, length));
        came = came.subarray(length);
      }
    });
    socket.on('error', onLost);
    return {
      // What a stream has taken arrives or breaks with it: said once is enough.
      send(message) {
        if (sent.has(message)) return;
        sent.add(message);
        socket.write(message);
      },
      close: () => socket.destroy(),
    };
  };
}
