/** The few sentences of STUN and TURN (RFC 8489, RFC 8656) that trying a relay takes. Pure. */
import { createHash, createHmac } from 'node:crypto';

export const methods = { allocate: 0x0003, refresh: 0x0004 } as const;
const classes = { success: 0x0100, error: 0x0110 } as const;
const attributes = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  lifetime: 0x000d,
  realm: 0x0014,
  nonce: 0x0015,
  requestedTransport: 0x0019,
} as const;

const magic = 0x2112a442;
const headerBytes = 20;
const integrityBytes = 24;
const udp = 17;

export interface StunCredentials {
  readonly username: string;
  readonly credential: string;
  readonly realm: string;
  readonly nonce: string;
}

/** An answer, as far as it matters here. `errorCode` is 0 for a success. */
export interface StunAnswer {
  readonly transaction: string;
  readonly errorCode: number;
  readonly realm: string;
  readonly nonce: string;
}

/** Asks for an address of the relay; `seconds: 0` in a refresh gives it back. `transaction` has 12 bytes. */
export function stunRequest(method: keyof typeof methods, transaction: Buffer, credentials?: StunCredentials): Buffer {
  const own =
    method === 'allocate'
      ? attribute(attributes.requestedTransport, Buffer.from([udp, 0, 0, 0]))
      : attribute(attributes.lifetime, Buffer.alloc(4));
  if (credentials === undefined) return withHeader(methods[method], transaction, own, own.length);
  const { username, credential, realm, nonce } = credentials;
  const body = Buffer.concat([
    own,
    attribute(attributes.username, Buffer.from(username)),
    attribute(attributes.realm, Buffer.from(realm)),
    attribute(attributes.nonce, Buffer.from(nonce)),
  ]);
  // The length counts the integrity already, which covers all before it.
  const covered = withHeader(methods[method], transaction, body, body.length + integrityBytes);
  const key = createHash('md5').update(`${username}:${realm}:${credential}`).digest();
  const integrity = createHmac('sha1', key).update(covered).digest();
  return Buffer.concat([covered, attribute(attributes.messageIntegrity, integrity)]);
}

/** How long a message is that begins so; `undefined` while too little of it is there. */
export function stunLength(bytes: Buffer): number | undefined {
  return bytes.length < headerBytes ? undefined : headerBytes + bytes.readUInt16BE(2);
}

/** `undefined` for anything that is no whole answer. */
export function readStunAnswer(bytes: Buffer): StunAnswer | undefined {
  if (stunLength(bytes) !== bytes.length || bytes.readUInt32BE(4) !== magic) return undefined;
  const kind = bytes.readUInt16BE(0) & 0x0110;
  if (kind !== classes.success && kind !== classes.error) return undefined;
  const found = new Map<number, Buffer>();
  for (let at = headerBytes; at + 4 <= bytes.length;) {
    const length = bytes.readUInt16BE(at + 2);
    found.set(bytes.readUInt16BE(at), bytes.subarray(at + 4, at + 4 + length));
    at += 4 + padded(length);
  }
  const text = (name: number) => found.get(name)?.toString('utf8') ?? '';
  const code = found.get(attributes.errorCode);
  const errorCode = code === undefined || code.length < 4 ? 0 : ((code[2] ?? 0) & 7) * 100 + (code[3] ?? 0);
  return {
    transaction: bytes.subarray(8, headerBytes).toString('hex'),
    errorCode: kind === classes.error ? errorCode || 500 : 0,
    realm: text(attributes.realm),
    nonce: text(attributes.nonce),
  };
}

function withHeader(type: number, transaction: Buffer, body: Buffer, length: number): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(length, 2);
  header.writeUInt32BE(magic, 4);
  return Buffer.concat([header, transaction, body]);
}

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc(padded(value.length) - value.length)]);
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
