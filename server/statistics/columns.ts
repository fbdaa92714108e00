/**
 * Tables of whole numbers as text: column behind column, 32 bits each, in base64. A day has thousands of rows, and an array of numbers would be five
 * times as long in the store and take most of the time of a question to be read.
 */

/** Packs columns of equal length. Numbers are whole and fit into 32 bits with sign. */
export function packColumns(columns: readonly (readonly number[])[]): string {
  const numbers = Int32Array.from(columns.flat());
  return Buffer.from(numbers.buffer).toString('base64');
}

/** The columns again. Text that no such table was packed into gives columns without rows. */
export function unpackColumns(packed: string, count: number): Int32Array[] {
  const bytes = Buffer.from(packed, 'base64');
  const isWhole = bytes.length % (count * Int32Array.BYTES_PER_ELEMENT) === 0;
  // A copy, because Int32Array wants its bytes at a multiple of four.
  const numbers = isWhole ? new Int32Array(Uint8Array.from(bytes).buffer) : new Int32Array();
  const rows = numbers.length / count;
  return Array.from({ length: count }, (_none, column) => numbers.subarray(column * rows, (column + 1) * rows));
}
