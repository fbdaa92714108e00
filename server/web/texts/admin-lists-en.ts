/** The words around every long list of the web panel. */
import { count } from './count.ts';

export const listTexts = {
  filters: 'Search and filters',
  all: 'All',
  /** `to` is 0 when nothing is there. */
  range: (from: number, to: number, total: number, isMore: boolean) =>
    to === 0 ? '' : `${from} to ${to} of ${isMore ? `more than ${total}` : total}`,
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  nothing: 'Nothing fits what you look for.',
  clear: 'Show all',
  found: (rows: number, isMore: boolean) =>
    isMore ? `More than ${count(rows, 'row', 'rows')} found.` : `${count(rows, 'row', 'rows')} found.`,
};
