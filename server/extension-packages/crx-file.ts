/**
 * Extensions signed as Chrome installs them from an organisation's own server: CRX, version 3.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:components/crx_file/crx3.proto
 */
import { createHash, createPublicKey, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** Bytes of the hash of the key that make the extension's id. */
const ID_BYTES = 16;
/** Field numbers of the header's messages. */
const fields = { rsaProof: 2, publicKey: 1, signature: 2, signedData: 10_000, id: 1 } as const;

/** `archive` with a header that says whose it is. `key` is an RSA private key. */
export function crxFile(archive: Uint8Array, key: KeyObject): Buffer {
  const publicKey = publicKeyOf(key);
  const signedData = field(fields.id, idBytes(publicKey));
  const signature = sign(
    'sha256',
    Buffer.concat([Buffer.from('CRX3 SignedData\0'), length32(signedData), signedData, archive]),
    key,
  );
  const proof = Buffer.concat([field(fields.publicKey, publicKey), field(fields.signature, signature)]);
  const header = Buffer.concat([field(fields.rsaProof, proof), field(fields.signedData, signedData)]);
  return Buffer.concat([Buffer.from('Cr24'), number32(3), length32(header), header, archive]);
}

/** The id by which Chrome knows what is signed with this key: 32 letters from a to p. */
export function extensionIdOf(key: KeyObject): string {
  const digits = idBytes(publicKeyOf(key)).toString('hex');
  return [...digits].map((digit) => String.fromCharCode('a'.charCodeAt(0) + parseInt(digit, 16))).join('');
}

function publicKeyOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

function idBytes(publicKey: Uint8Array): Buffer {
  return createHash('sha256').update(publicKey).digest().subarray(0, ID_BYTES);
}

/** A field of bytes, as protocol buffers write it. */
function field(number: number, content: Uint8Array): Buffer {
  const lengthDelimited = 2;
  return Buffer.concat([varint((number << 3) | lengthDelimited), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value; ; left >>>= 7) {
    if (left < 0x80) return Buffer.from([...bytes, left]);
    bytes.push((left & 0x7f) | 0x80);
  }
}

function length32(content: Uint8Array): Buffer {
  return number32(content.length);
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
