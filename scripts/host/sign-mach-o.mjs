/**
 * Gives a thin 64-bit Mach-O executable an ad-hoc signature, as `codesign -s -` does: Macs with Apple's processors start
 * nothing without one. It says only that the file is whole, not whose it is.
 * The format: https://github.com/apple-oss-distributions/xnu/blob/main/osfmk/kern/cs_blobs.h
 */
import { createHash } from 'node:crypto';

const MACH_O_64 = 0xfeedfacf;
const SEGMENT_64 = 0x19;
const CODE_SIGNATURE = 0x1d;
const HEADER_BYTES = 32;

const SUPER_BLOB = 0xfade0cc0;
const CODE_DIRECTORY = 0xfade0c02;
const SUPER_BLOB_BYTES = 20;
const DIRECTORY_BYTES = 88;
const VERSION_WITH_EXEC_SEGMENT = 0x20400;
/** Ad hoc, and signed by a linker: so it may be replaced by a real signature without force. */
const FLAGS = 0x2 | 0x20000;
const SHA256 = 2;
const HASH_BYTES = 32;
const PAGE_BITS = 12;
const PAGE_BYTES = 1 << PAGE_BITS;
/** Memory pages of Apple's processors; segments end at one. */
const SEGMENT_ALIGNMENT = 0x4000;

/**
 * @param {Buffer} program
 * @param {string} identifier what the signature calls it
 * @returns {Buffer} the signed program
 */
export function signMachO(program, identifier) {
  const found = readMachO(program);
  const linkEdit = segmentOf(found, '__LINKEDIT');
  const limit = found.signature?.offset ?? align(linkEdit.fileOffset + linkEdit.fileBytes, 16);
  const pages = Math.ceil(limit / PAGE_BYTES);
  const directoryBytes = DIRECTORY_BYTES + identifier.length + 1 + pages * HASH_BYTES;
  const signatureBytes = align(SUPER_BLOB_BYTES + directoryBytes, 16);

  const signed = Buffer.alloc(limit + signatureBytes);
  program.copy(signed, 0, 0, Math.min(program.length, limit));
  const command = found.signature?.command ?? addSignatureCommand(signed, found);
  signed.writeUInt32LE(limit, command + 8);
  signed.writeUInt32LE(signatureBytes, command + 12);
  const linkEditBytes = signed.length - linkEdit.fileOffset;
  signed.writeBigUInt64LE(BigInt(linkEditBytes), linkEdit.command + 48);
  signed.writeBigUInt64LE(BigInt(align(linkEditBytes, SEGMENT_ALIGNMENT)), linkEdit.command + 32);

  const superBlob = [SUPER_BLOB, SUPER_BLOB_BYTES + directoryBytes, 1, 0, SUPER_BLOB_BYTES];
  superBlob.forEach((value, index) => signed.writeUInt32BE(value, limit + index * 4));
  codeDirectory(signed, limit, identifier, segmentOf(found, '__TEXT')).copy(signed, limit + SUPER_BLOB_BYTES);
  return signed;
}

/**
 * Whether the signature that a program carries fits its contents.
 * @param {Buffer} program
 * @returns {boolean} false also where there is none
 */
export function isSignedWhole(program) {
  const { signature } = readMachO(program);
  if (!signature || program.readUInt32BE(signature.offset) !== SUPER_BLOB) return false;
  const directory = program.subarray(signature.offset + program.readUInt32BE(signature.offset + 16));
  if (directory.readUInt32BE(0) !== CODE_DIRECTORY) return false;
  const hashes = directory.readUInt32BE(16);
  const limit = directory.readUInt32BE(32);
  return pageHashes(program, limit).every((hash, page) => {
    const start = hashes + page * HASH_BYTES;
    return hash.equals(directory.subarray(start, start + HASH_BYTES));
  });
}

/**
 * @typedef {{ command: number, fileOffset: number, fileBytes: number }} Segment
 * @typedef {object} MachO
 * @property {Map<string, Segment>} segments
 * @property {{ command: number, offset: number } | undefined} signature
 * @property {number} commandsEnd
 * @property {number} firstContent where the first section's bytes begin
 */

/**
 * @param {Buffer} program
 * @returns {MachO}
 */
function readMachO(program) {
  if (program.readUInt32LE(0) !== MACH_O_64) throw new Error('This is no 64-bit program for macOS.');
  const segments = new Map();
  let signature;
  let firstContent = Infinity;
  let at = HEADER_BYTES;
  for (let left = program.readUInt32LE(16); left > 0; left -= 1) {
    const kind = program.readUInt32LE(at);
    if (kind === SEGMENT_64) {
      const name = program.toString('latin1', at + 8, at + 24).replace(/\0.*$/, '');
      const fileOffset = Number(program.readBigUInt64LE(at + 40));
      const fileBytes = Number(program.readBigUInt64LE(at + 48));
      segments.set(name, { command: at, fileOffset, fileBytes });
      for (let section = program.readUInt32LE(at + 64) - 1; section >= 0; section -= 1) {
        const offset = program.readUInt32LE(at + 72 + section * 80 + 48);
        if (offset > 0) firstContent = Math.min(firstContent, offset);
      }
    }
    if (kind === CODE_SIGNATURE) signature = { command: at, offset: program.readUInt32LE(at + 8) };
    at += program.readUInt32LE(at + 4);
  }
  return { segments, signature, commandsEnd: at, firstContent };
}

/**
 * @param {MachO} machO
 * @param {string} name
 * @returns {Segment}
 */
function segmentOf({ segments }, name) {
  const segment = segments.get(name);
  if (!segment) throw new Error(`This program for macOS has no ${name}.`);
  return segment;
}

/**
 * @param {Buffer} signed
 * @param {MachO} machO
 * @returns {number} where the command lies
 */
function addSignatureCommand(signed, { commandsEnd, firstContent }) {
  if (firstContent - commandsEnd < 16) throw new Error('This program for macOS has no room for a signature.');
  signed.writeUInt32LE(CODE_SIGNATURE, commandsEnd);
  signed.writeUInt32LE(16, commandsEnd + 4);
  signed.writeUInt32LE(signed.readUInt32LE(16) + 1, 16);
  signed.writeUInt32LE(signed.readUInt32LE(20) + 16, 20);
  return commandsEnd;
}

/**
 * @param {Buffer} program
 * @param {number} limit bytes that are signed
 * @param {string} identifier
 * @param {Segment} text the segment that runs
 */
function codeDirectory(program, limit, identifier, text) {
  const hashes = pageHashes(program, limit);
  const hashesAt = DIRECTORY_BYTES + identifier.length + 1;
  const directory = Buffer.alloc(hashesAt + hashes.length * HASH_BYTES);
  const fields = [CODE_DIRECTORY, directory.length, VERSION_WITH_EXEC_SEGMENT, FLAGS, hashesAt, DIRECTORY_BYTES];
  [...fields, 0, hashes.length, limit].forEach((value, index) => directory.writeUInt32BE(value, index * 4));
  directory.set([HASH_BYTES, SHA256, 0, PAGE_BITS], 36);
  directory.writeBigUInt64BE(BigInt(text.fileOffset), 64);
  directory.writeBigUInt64BE(BigInt(text.fileBytes), 72);
  // It is the main program, not a library.
  directory.writeBigUInt64BE(1n, 80);
  directory.write(identifier, DIRECTORY_BYTES, 'latin1');
  hashes.forEach((hash, page) => hash.copy(directory, hashesAt + page * HASH_BYTES));
  return directory;
}

/**
 * @param {Buffer} program
 * @param {number} limit
 * @returns {Buffer[]}
 */
function pageHashes(program, limit) {
  return Array.from({ length: Math.ceil(limit / PAGE_BYTES) }, (_, page) => {
    const start = page * PAGE_BYTES;
    return createHash('sha256')
      .update(program.subarray(start, Math.min(start + PAGE_BYTES, limit)))
      .digest();
  });
}

/**
 * @param {number} value
 * @param {number} to
 */
function align(value, to) {
  return Math.ceil(value / to) * to;
}
