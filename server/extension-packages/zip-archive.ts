/** Zip files, as stores and browsers take extensions. The same files make the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive; `name` is its path, with slashes. */
export interface ArchivedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

const DEFLATED = 8;
/** Version 2.0 of the format: folders and deflate. */
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** The first of January 1980, which is where the format's calendar begins: what is built when says nobody anything. */
const DATE = 0x21;

/** Everything in one archive, in the order given. For files that together fit well into memory. */
export function zipArchive(files: readonly ArchivedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const entry = describe(name, content);
    const local = Buffer.concat([signed(0x04034b50), entry.facts, entry.name, entry.packed]);
    directory.push(directoryEntry(entry, offset));
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...parts, listed, end(files.length, listed.length, offset)]);
}

interface Entry {
  readonly name: Buffer;
  readonly packed: Buffer;
  /** What the file's own header and the directory both say, from the version needed on. */
  readonly facts: Buffer;
}

function describe(path: string, content: Uint8Array): Entry {
  const name = Buffer.from(path, 'utf8');
  const packed = deflateRawSync(content, { level: 9 });
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(FLAGS, 2);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt16LE(DATE, 8);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return { name, packed, facts };
}

function directoryEntry({ name, facts }: Entry, offset: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(VERSION);
  // Comment, disk, kind and rights of the file are all nothing; then where it begins.
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signed(0x02014b50), madeBy, facts, rest, name]);
}

function end(count: number, directoryBytes: number, directoryAt: number): Buffer {
  const rest = Buffer.alloc(18);
  rest.writeUInt16LE(count, 4);
  rest.writeUInt16LE(count, 6);
  rest.writeUInt32LE(directoryBytes, 8);
  rest.writeUInt32LE(directoryAt, 12);
  return Buffer.concat([signed(0x06054b50), rest]);
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
