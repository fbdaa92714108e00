import { EJSON, deserialize, serialize } from 'bson';
import type { Document } from 'bson';

/** Values stay in the classes of their BSON types, so that each is written as the type that it is. */
const exactTypes = { promoteValues: false, promoteBuffers: false, bsonRegExp: true } as const;

/**
 * A document as one line of MongoDB's canonical extended JSON.
 * @throws Error when the line would not give the very same bytes again: deprecated types, fields named like `$date`
 */
export function lineOf(bytes: Uint8Array): string {
  const line = EJSON.stringify(deserialize(bytes, exactTypes), { relaxed: false });
  if (Buffer.compare(serialize(documentOf(line), { ignoreUndefined: false }), bytes) !== 0)
    throw new Error('it cannot be written as extended JSON without changing it');
  return line;
}

/** The document in a line, every value in the class of its type. @throws Error when the line is no extended JSON */
export function documentOf(line: string): Document {
  const document: unknown = EJSON.parse(line, { relaxed: false });
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw new Error('no document');
  return document;
}
