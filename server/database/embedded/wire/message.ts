import { StoreError } from '../errors.ts';
import { decode } from '../values/codec.ts';
import type { BsonDocument } from '../values/kinds.ts';

/** The largest message that is taken, in bytes, as MongoDB announces it. */
export const maxMessageBytes = 48_000_000;

const opReply = 1;
const opQuery = 2004;
const opMessage = 2013;
const headerBytes = 16;
const moreToCome = 2;
const checksumPresent = 1;

/** A command as it came over the wire. `bytes` is the body untouched; `sequences` are documents sent beside it, by field name. */
export type Request = {
  id: number;
  style: 'message' | 'query';
  body: BsonDocument;
  bytes: Uint8Array;
  sequences: Map<string, Uint8Array[]>;
  wantsReply: boolean;
};

/** Cuts a stream of bytes into messages. Throws when a message's length is out of bounds: the connection is then useless. */
export class MessageSplitter {
  #waiting: Buffer[] = [];
  #length = 0;

  /** Takes bytes in; yields the messages that are complete now. */
  *take(chunk: Buffer): Generator<Buffer> {
    this.#waiting.push(chunk);
    this.#length += chunk.length;
    while (this.#length >= 4) {
      const wanted = this.#wantedBytes();
      if (this.#length < wanted) return;
      const all = this.#joined();
      this.#waiting = wanted < all.length ? [all.subarray(wanted)] : [];
      this.#length = all.length - wanted;
      yield all.subarray(0, wanted);
    }
  }

  #wantedBytes(): number {
    if ((this.#waiting[0]?.length ?? 0) < 4) this.#waiting = [this.#joined()];
    const wanted = this.#waiting[0]?.readInt32LE(0) ?? 0;
    if (wanted < headerBytes || wanted > maxMessageBytes)
      throw new StoreError('BadValue', `a message of ${wanted} bytes`);
    return wanted;
  }

  #joined(): Buffer {
    return this.#waiting.length === 1 ? (this.#waiting[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#waiting);
  }
}

/** Reads one whole message: OP_MSG, or the OP_QUERY that a driver's very first greeting is. */
export function parseMessage(message: Buffer): Request {
  const id = message.readInt32LE(4);
  const operation = message.readInt32LE(12);
  if (operation === opQuery) return parseQuery(message, id);
  if (operation !== opMessage) throw new StoreError('BadValue', `wire operation ${operation} is not served`);
  const flags = message.readUInt32LE(headerBytes);
  const end = message.length - (flags & checksumPresent ? 4 : 0);
  let bytes: Uint8Array | undefined;
  const sequences = new Map<string, Uint8Array[]>();
  for (let offset = headerBytes + 4; offset < end;) {
    const kind = message.readUInt8(offset);
    const length = sectionLength(message, offset + 1, end);
    const section = message.subarray(offset + 1, offset + 1 + length);
    if (kind === 0) bytes = section;
    else if (kind === 1) addSequence(sequences, section);
    else throw new StoreError('BadValue', `section kind ${kind} in a message`);
    offset += 1 + length;
  }
  if (bytes === undefined) throw new StoreError('BadValue', 'a message without a body');
  return { id, style: 'message', body: decode(bytes), bytes, sequences, wantsReply: (flags & moreToCome) === 0 };
}

function sectionLength(message: Buffer, offset: number, end: number): number {
  const length = offset + 4 <= end ? message.readInt32LE(offset) : -1;
  if (length < 5 || offset + length > end) throw new StoreError('BadValue', 'a section is longer than its message');
  return length;
}

function addSequence(sequences: Map<string, Uint8Array[]>, section: Buffer): void {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new StoreError('BadValue', 'a document sequence without a name');
  const documents: Uint8Array[] = [];
  for (let offset = nameEnd + 1; offset < section.length;) {
    const length = sectionLength(section, offset, section.length);
    documents.push(section.subarray(offset, offset + length));
    offset += length;
  }
  sequences.set(section.toString('utf8', 4, nameEnd), documents);
}

function parseQuery(message: Buffer, id: number): Request {
  const nameEnd = message.indexOf(0, headerBytes + 4);
  if (nameEnd < 0) throw new StoreError('BadValue', 'a query without a name');
  const database = message.toString('utf8', headerBytes + 4, nameEnd).split('.')[0] ?? '';
  const start = nameEnd + 9;
  const bytes = message.subarray(start, start + sectionLength(message, start, message.length));
  return {
    id,
    style: 'query',
    body: { ...decode(bytes), $db: database },
    bytes,
    sequences: new Map(),
    wantsReply: true,
  };
}

let lastReplyId = 0;

/** The bytes before a reply document that make it the answer to a request. */
export function replyPrefix(request: { id: number; style: 'message' | 'query' }, document: Uint8Array): Buffer {
  const isMessage = request.style === 'message';
  const prefix = Buffer.alloc(headerBytes + (isMessage ? 5 : 20));
  lastReplyId = (lastReplyId + 1) & 0x7fffffff;
  prefix.writeInt32LE(prefix.length + document.length, 0);
  prefix.writeInt32LE(lastReplyId, 4);
  prefix.writeInt32LE(request.id, 8);
  prefix.writeInt32LE(isMessage ? opMessage : opReply, 12);
  if (!isMessage) prefix.writeInt32LE(1, headerBytes + 16);
  return prefix;
}
