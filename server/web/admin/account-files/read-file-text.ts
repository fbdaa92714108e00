/**
 * A file's bytes as text: UTF-8, or UTF-16 where a byte order mark says so; `undefined` for anything else. An older encoding cannot be told
 * from the bytes, and guessing it would spoil names.
 */
export function textOfFile(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not in the encoding: the page says what to do.
    return undefined;
  }
}
