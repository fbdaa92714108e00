/** STUN messages as a relay reads and writes them (RFC 8489): attributes, addresses, and the proof of a secret. */
import { createHash, createHmac } from 'node:crypto';

/** What a message is; a request's method, or an indication. */
export const types = {
  bind: 0x0001,
  allocate: 0x0003,
  refresh: 0x0004,
  permit: 0x0008,
  bindChannel: 0x0009,
  send: 0x0016,
  data: 0x0017,
} as const;

const cookie = 0x2112_a442;

/** Attributes by their number, each with where it begins. */
export type Attributes = ReadonlyMap<number, { readonly value: Buffer; readonly at: number }>;

export function attributesOf(bytes: Buffer): Attributes {
  const found = new Map<number, { value: Buffer; at: number }>();
  for (let at = 20; at + 4 <= bytes.length;) {
    const length = bytes.readUInt16BE(at + 2);
    found.set(bytes.readUInt16BE(at), { value: bytes.subarray(at + 4, at + 4 + length), at });
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return found;
}

/** The key of a request that was made with a secret's credentials; `undefined` when it was not. */
export function keyOf(bytes: Buffer, asked: Attributes, realm: string, secret: string): Buffer | undefined {
  const [user, integrity] = [asked.get(0x0006), asked.get(0x0008)];
  if (user === undefined || integrity === undefined) return undefined;
  const username = user.value.toString();
  const password = createHmac('sha1', secret).update(username).digest('base64');
  const key = createHash('md5').update(`${username}:${realm}:${password}`).digest();
  return proof(bytes.subarray(0, integrity.at), key).equals(integrity.value) ? key : undefined;
}

/** A whole message, with its proof where there is a key. */
export function message(type: number, id: Buffer, attributes: readonly Buffer[], key?: Buffer): Buffer {
  const body = Buffer.concat(attributes);
  const head = Buffer.alloc(8);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(body.length, 2);
  head.writeUInt32BE(cookie, 4);
  const bytes = Buffer.concat([head, id, body]);
  if (key === undefined) return bytes;
  const proven = Buffer.concat([bytes, attribute(0x0008, proof(bytes, key))]);
  proven.writeUInt16BE(body.length + 24, 2);
  return proven;
}

export function attribute(type: number, value: Buffer | string): Buffer {
  const bytes = Buffer.from(value);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(bytes.length, 2);
  return Buffer.concat([head, bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

/** An IPv4 address as an attribute, mixed with the cookie. */
export function peerAddress(type: number, { address, port }: { address: string; port: number }): Buffer {
  const value = Buffer.alloc(8);
  value.writeUInt8(1, 1);
  value.writeUInt16BE(port ^ (cookie >>> 16), 2);
  const bytes = Buffer.from(address.split('.').map(Number));
  value.writeUInt32BE((bytes.readUInt32BE(0) ^ cookie) >>> 0, 4);
  return attribute(type, value);
}

export function addressIn(value: Buffer | undefined): { address: string; port: number } | undefined {
  if (value?.length !== 8) return undefined;
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE((value.readUInt32BE(4) ^ cookie) >>> 0, 0);
  return { address: [...bytes].join('.'), port: value.readUInt16BE(2) ^ (cookie >>> 16) };
}

/** Over all that comes before it, as if it were there already. */
function proof(before: Buffer, key: Buffer): Buffer {
  const covered = Buffer.from(before);
  covered.writeUInt16BE(before.length - 20 + 24, 2);
  return createHmac('sha1', key).update(covered).digest();
}
