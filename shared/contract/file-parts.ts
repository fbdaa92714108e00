/**
 * What a file holds, as binary messages of the channel `files`: the transfer (4 bytes), the offset in the file (8 bytes, a float, big
 * endian as the first), then the part itself. A message without a part says how far the receiver has written.
 */
export const PART_HEAD_BYTES = 12;

/** The longest part. A message of a data channel holds 256 KiB. */
export const LONGEST_PART_BYTES = 128 * 1024;

/** A sender is at most this far ahead of what the receiver has written: more would pile up in memory. */
export const MOST_AHEAD_BYTES = 8 * 1024 * 1024;

/** The receiver says how far it is whenever so much more is written. */
export const TOLD_EVERY_BYTES = 1024 * 1024;

export interface FilePart {
  readonly transfer: number;
  readonly offset: number;
  /** A view of the message. Empty: how far the receiver is. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads a binary message; `undefined` for what is none. */
export function readPart(message: ArrayBuffer): FilePart | undefined {
  if (message.byteLength < PART_HEAD_BYTES || message.byteLength > PART_HEAD_BYTES + LONGEST_PART_BYTES)
    return undefined;
  const view = new DataView(message);
  const offset = view.getFloat64(4);
  if (!Number.isSafeInteger(offset) || offset < 0) return undefined;
  return { transfer: view.getUint32(0), offset, bytes: new Uint8Array(message, PART_HEAD_BYTES) };
}

/** Writes the head into a message whose part is, or will be, behind it. */
export function writeHead(message: Uint8Array<ArrayBuffer>, transfer: number, offset: number): void {
  const view = new DataView(message.buffer, message.byteOffset);
  view.setUint32(0, transfer);
  view.setFloat64(4, offset);
}

/** The message that says how far the receiver has written. */
export function writtenSoFar(transfer: number, offset: number): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(PART_HEAD_BYTES);
  writeHead(message, transfer, offset);
  return message;
}
