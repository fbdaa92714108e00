/** Reads one page of a collection through its indexes: from where the last page ended, never by skipping. */
import { trusted } from 'mongoose';
import type { Model, QueryFilter } from 'mongoose';
import type { Page, SortDirection } from '../../shared/contract/paging.ts';
import { readCursor, writeCursor } from '../pages/page-cursor.ts';

/** Rows are counted up to this many; beyond it the answer says that there are more. */
export const countedRows = 10_000;

/** Which page is wanted. */
export interface PageWanted<Document> {
  /** What was parsed and marked as trusted before. An index that begins with its equalities and goes on with `field` and `_id` serves it best. */
  readonly filter: Readonly<Record<string, unknown>>;
  /** The field to sort by; rows alike in it are sorted by `_id`. Every document must have it, with values of one type. */
  readonly field: Extract<keyof Document, string>;
  readonly direction: SortDirection;
  readonly cursor: string | null;
  readonly size: number;
}

/** Throws `invalid` for a cursor that does not belong here. */
export async function readPage<Document extends { _id: string }>(
  model: Model<Document>,
  { filter, field, direction, cursor, size }: PageWanted<Document>,
): Promise<Page<Document>> {
  const way = direction === 'ascending' ? 1 : -1;
  const from = cursor === null ? filter : { $and: [filter, ...after(field, direction, cursor)] };
  // One more than asked for says whether there is another page.
  const found = (await model
    .find(from as QueryFilter<Document>)
    .sort({ [field]: way, _id: way })
    .limit(size + 1)
    .lean()) as unknown as Document[];
  const items = found.slice(0, size);
  const last = items.at(-1);
  const hasNext = found.length > size && last !== undefined;
  // Without a filter no index offers itself, and every document would be read to be counted.
  const along = Object.keys(filter).length === 0 ? { hint: { _id: 1 } } : {};
  const counted = await model.countDocuments(filter as QueryFilter<Document>, { limit: countedRows + 1, ...along });
  return {
    items,
    next: hasNext ? writeCursor(last[field], last._id) : null,
    total: { count: Math.min(counted, countedRows), isMore: counted > countedRows },
  };
}

/** The bound on the field alone is what an index understands; of those alike in it, the ones before are left out one by one. */
function after(field: string, direction: SortDirection, cursor: string) {
  const { value, id } = readCursor(cursor);
  const [beyond, from] =
    direction === 'ascending'
      ? ([(of: unknown) => trusted({ $gt: of }), trusted({ $gte: value })] as const)
      : ([(of: unknown) => trusted({ $lt: of }), trusted({ $lte: value })] as const);
  return [{ [field]: from }, { $or: [{ [field]: beyond(value) }, { _id: beyond(id) }] }];
}
