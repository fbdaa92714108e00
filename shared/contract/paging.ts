/**
 * How long lists are asked for, everywhere alike: a page at a time, sorted, filtered and searched by the server. Pages follow each other
 * by a cursor (where the last one ended), so what comes and goes meanwhile doubles and loses nothing.
 */
import * as v from 'valibot';

/** What somebody looks for: words, each of which must begin a word of what is found. At most 100 characters, any of them. */
export const SearchText = v.pipe(
  v.string(),
  v.maxLength(100, 'must not be longer than 100 characters'),
  v.trim(),
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  v.regex(/^[^\u0000-\u001f\u007f]*$/, 'must be one line of plain text'),
);

/** Where a page ended, made by the server. To be handed back as it came. */
export const PageCursor = v.pipe(v.string(), v.maxLength(600), v.regex(/^[A-Za-z0-9_-]+$/, 'not a cursor'));

/** How many rows a page has at most. */
export const mostRows = 100;

export const SortDirection = v.picklist(['ascending', 'descending']);
export type SortDirection = v.InferOutput<typeof SortDirection>;

/**
 * The question for one page of a list that can be sorted by `columns` and filtered by `filters`: schemas of which each stands for
 * "all" when it is left out.
 */
export function pageQuery<const Columns extends readonly [string, ...string[]], Filters extends v.ObjectEntries>(
  columns: Columns,
  filters: Filters,
) {
  return v.strictObject({
    search: SearchText,
    filters: v.strictObject(filters),
    sort: v.picklist(columns),
    direction: SortDirection,
    /** `null` for the first page. */
    cursor: v.nullable(PageCursor),
    size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostRows)),
  });
}

/** One page. `next` is the cursor of the page after it, `null` on the last one. */
export function pageOf<Item extends v.GenericSchema>(item: Item) {
  return v.strictObject({
    items: v.array(item),
    next: v.nullable(PageCursor),
    /** How many rows there are in all; with `isMore` there are more than were counted. */
    total: v.strictObject({ count: v.pipe(v.number(), v.integer(), v.minValue(0)), isMore: v.boolean() }),
  });
}

/** A page as the web panel holds it. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly total: { readonly count: number; readonly isMore: boolean };
}
