/** A file in a tar archive; `mode` are the permission bits. */
export interface TarFile {
  /** At most 100 bytes of ASCII. */
  readonly name: string;
  readonly mode: number;
  readonly bytes: number;
  readonly modifiedMs: number;
}

const BLOCK_BYTES = 512;
const BIGGEST_FILE = 8 ** 11 - 1;

/** The 512 bytes of a POSIX (ustar) header that stand before a file's contents. Throws on what the format cannot hold. */
export function tarHeader(file: TarFile): Buffer {
  if (!/^[\x21-\x7e]{1,100}$/.test(file.name)) throw new Error(`Not a name for a tar archive: ${file.name}`);
  if (!Number.isInteger(file.bytes) || file.bytes < 0 || file.bytes > BIGGEST_FILE) {
    throw new Error(`Not a size for a tar archive: ${file.bytes}`);
  }
  const header = Buffer.alloc(BLOCK_BYTES);
  header.write(file.name, 0, 'latin1');
  writeOctal(header, file.mode & 0o7777, 100, 8);
  writeOctal(header, 0, 108, 8);
  writeOctal(header, 0, 116, 8);
  writeOctal(header, file.bytes, 124, 12);
  writeOctal(header, Math.floor(file.modifiedMs / 1000), 136, 12);
  header.write('        ', 148, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

function writeOctal(header: Buffer, value: number, offset: number, field: number): void {
  header.write(`${value.toString(8).padStart(field - 1, '0')}\0`, offset, 'latin1');
}
