/** What a list is asked for, as it stands in the page's address: so that a list can be bookmarked, and going back finds it as it was. Pure. */
import * as v from 'valibot';
import { SearchText, SortDirection } from '../../../../shared/contract/paging.ts';

/** Search, filters (empty for all) and sort. The page of it is not kept: it is a place in what was there a moment ago. */
export interface ListQuestion<Column extends string, Filter extends string> {
  readonly search: string;
  readonly filters: Readonly<Record<Filter, string>>;
  readonly sort: Column;
  readonly direction: SortDirection;
}

/** What a list can be asked for, and how it starts. */
export interface ListForm<Column extends string, Filter extends string> {
  readonly columns: readonly Column[];
  readonly filters: readonly Filter[];
  readonly start: { readonly sort: Column; readonly direction: SortDirection };
}

const filterValue = v.fallback(v.pipe(v.string(), v.maxLength(100)), '');

/** Reads an address's query string; what makes no sense in it is as if it were not there. */
export function readQuestion<Column extends string, Filter extends string>(
  { columns, filters, start }: ListForm<Column, Filter>,
  query: string,
): ListQuestion<Column, Filter> {
  const given = new URLSearchParams(query);
  const read = (name: string) => v.parse(filterValue, given.get(name) ?? '');
  const sort = columns.find((column) => column === given.get('sort'));
  return {
    search: v.parse(v.fallback(SearchText, ''), given.get('search') ?? ''),
    filters: Object.fromEntries(filters.map((filter) => [filter, read(filter)])) as Record<Filter, string>,
    sort: sort ?? start.sort,
    direction: v.parse(v.fallback(SortDirection, start.direction), given.get('direction')),
  };
}

/** The query string for a question: empty, or beginning with `?`. What is as it starts is left out. */
export function writeQuestion<Column extends string, Filter extends string>(
  { filters, start }: ListForm<Column, Filter>,
  question: ListQuestion<Column, Filter>,
): string {
  const query = new URLSearchParams();
  if (question.search !== '') query.set('search', question.search);
  for (const filter of filters) if (question.filters[filter] !== '') query.set(filter, question.filters[filter]);
  if (question.sort !== start.sort) query.set('sort', question.sort);
  if (question.direction !== start.direction) query.set('direction', question.direction);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether something is left out of the list. */
export function isNarrowed({ search, filters }: ListQuestion<string, string>): boolean {
  return search !== '' || Object.values(filters).some((value) => value !== '');
}
