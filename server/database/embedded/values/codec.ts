import { BSONError, deserialize, onDemand, serialize } from 'bson';

import { StoreError } from '../errors.ts';
import type { BsonDocument } from './kinds.ts';

/** The largest document that the store keeps, as in MongoDB. */
export const maxDocumentBytes = 16 * 1024 * 1024;

/** Reads BSON so that writing it again gives the same types: numbers stay in their classes. Bad bytes are a BadValue. */
export function decode(bytes: Uint8Array): BsonDocument {
  try {
    return deserialize(bytes, { promoteValues: false, promoteBuffers: false, bsonRegExp: true });
  } catch (cause) {
    throw translated(cause);
  }
}

/** Writes a document as BSON; more than 16 MiB is refused as MongoDB refuses it. */
export function encode(document: BsonDocument): Uint8Array {
  const bytes = encodeReply(document);
  if (bytes.length > maxDocumentBytes) throw tooLarge(bytes.length);
  return bytes;
}

/** Writes a reply, which may be larger than a document. */
export function encodeReply(document: BsonDocument): Uint8Array {
  try {
    return serialize(document, { ignoreUndefined: true });
  } catch (cause) {
    throw translated(cause);
  }
}

/** The refusal of a document that is too large. */
export function tooLarge(bytes: number): StoreError {
  return new StoreError(
    'BSONObjectTooLarge',
    `object to insert too large. size in bytes: ${bytes}, max size: ${maxDocumentBytes}`,
  );
}

/** The bytes of each document in the array field `name` of a document, untouched; undefined when there is no such array. */
export function rawDocuments(bytes: Uint8Array, name: string): Uint8Array[] | undefined {
  const field = rawField(bytes, name);
  if (field === undefined || field.type !== arrayType) return undefined;
  return elementsOf(field.bytes).map((element) => element.bytes);
}

/** The fields, at the top of a document, whose type or bytes are not the same in both: changed, added or taken away. */
export function changedFields(before: Uint8Array, after: Uint8Array): ReadonlySet<string> {
  const old = new Map(elementsOf(before).map((element) => [element.name, element]));
  const changed = new Set<string>();
  for (const { name, type, bytes } of elementsOf(after)) {
    const was = old.get(name);
    if (was?.type !== type || Buffer.compare(was.bytes, bytes) !== 0) changed.add(name);
    old.delete(name);
  }
  for (const name of old.keys()) changed.add(name);
  return changed;
}

const arrayType = 4;

type RawElement = { name: string; type: number; bytes: Uint8Array };

function rawField(bytes: Uint8Array, name: string): RawElement | undefined {
  return elementsOf(bytes).find((element) => element.name === name);
}

function elementsOf(bytes: Uint8Array): RawElement[] {
  try {
    return [...onDemand.parseToElements(bytes)].map(([type, nameOffset, nameLength, offset, length]) => ({
      name: Buffer.from(bytes.buffer, bytes.byteOffset + nameOffset, nameLength).toString('utf8'),
      type,
      bytes: bytes.subarray(offset, offset + length),
    }));
  } catch (cause) {
    throw translated(cause);
  }
}

function translated(cause: unknown): unknown {
  if (cause instanceof BSONError) return new StoreError('BadValue', `not valid BSON: ${cause.message}`);
  if (cause instanceof RangeError) return new StoreError('Overflow', 'BSON nested too deeply');
  return cause;
}
