import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';

/* It comes back from outside, so it is parsed like anything else; what it can name is only a place in what the caller may read anyway. */
const Ended = v.strictTuple([v.union([v.string(), v.number(), v.boolean()]), v.pipe(v.string(), v.maxLength(64))]);

/** Where a page ended: the value of the sorted field and the id of its last row, as one word. */
export function writeCursor(value: unknown, id: string): string {
  return Buffer.from(JSON.stringify(v.parse(Ended, [value, id]))).toString('base64url');
}

/** Throws `invalid` for what no page has ended with. */
export function readCursor(cursor: string): { readonly value: string | number | boolean; readonly id: string } {
  try {
    const [value, id] = v.parse(Ended, JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { value, id };
  } catch (cause) {
    throw new AppError('invalid', {
      text: 'This page of the list cannot be found again. Begin at the first one.',
      cause,
    });
  }
}
