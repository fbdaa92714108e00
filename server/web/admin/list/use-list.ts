import { useEffect, useRef, useState } from 'preact/hooks';
import type { Page } from '../../../../shared/contract/paging.ts';
import type { TableSort } from '../../../../shared/ui/table.tsx';
import type { Loaded } from '../frame/use-loaded.ts';
import { readQuestion, writeQuestion } from './list-question.ts';
import type { ListForm, ListQuestion } from './list-question.ts';

/** How many rows a page of the panel shows. */
export const pageSize = 50;
/** While somebody types, the server is asked after so long a pause. */
const typingMs = 250;

/** A long list: what is asked, the page that stands, and the ways on. */
export interface LongList<Item, Column extends string, Filter extends string> {
  readonly question: ListQuestion<Column, Filter>;
  readonly loaded: Loaded<Page<Item>>;
  /** How many rows stand before this page. */
  readonly before: number;
  readonly sort: TableSort<Column>;
  setSearch(search: string): void;
  setFilter(filter: Filter, value: string): void;
  setSort(sort: TableSort<Column>): void;
  /** Back to the whole list. */
  clear(): void;
  /** `undefined` on the last page. */
  readonly next: (() => void) | undefined;
  /** `undefined` on the first page. */
  readonly previous: (() => void) | undefined;
  reload(): void;
}

/**
 * Keeps a list that the server searches, filters, sorts and cuts into pages. What is asked stands in the address; what comes back for an
 * older question is dropped. `ask` gets the cursor of the wanted page.
 */
export function useList<Item, Column extends string, Filter extends string>(
  form: ListForm<Column, Filter>,
  ask: (question: ListQuestion<Column, Filter>, cursor: string | null, size: number) => Promise<Page<Item>>,
): LongList<Item, Column, Filter> {
  const [question, setQuestion] = useState(() => readQuestion(form, location.search));
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [loaded, setLoaded] = useState<Loaded<Page<Item>>>({ at: 'loading' });
  const [times, setTimes] = useState(0);
  const isTyping = useRef(false);
  const cursor = cursors.at(-1) ?? null;

  useEffect(() => {
    let isCurrent = true;
    const load = () => {
      isTyping.current = false;
      ask(question, cursor, pageSize).then(
        (value) => isCurrent && setLoaded({ at: 'ready', value }),
        (error: unknown) => isCurrent && setLoaded({ at: 'failed', error }),
      );
    };
    const timer = setTimeout(load, isTyping.current ? typingMs : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [question, cursor, times]);

  const put = (wanted: ListQuestion<Column, Filter>) => {
    setQuestion(wanted);
    setCursors([]);
    history.replaceState(history.state, '', `${location.pathname}${writeQuestion(form, wanted)}`);
  };
  const next = loaded.at === 'ready' ? loaded.value.next : null;
  return {
    question,
    loaded,
    before: cursors.length * pageSize,
    sort: { key: question.sort, direction: question.direction },
    setSearch(search) {
      isTyping.current = true;
      put({ ...question, search });
    },
    setFilter: (filter, value) => put({ ...question, filters: { ...question.filters, [filter]: value } }),
    setSort: ({ key, direction }) => put({ ...question, sort: key, direction }),
    clear: () => put(readQuestion(form, '')),
    next: next === null ? undefined : () => setCursors([...cursors, next]),
    previous: cursors.length === 0 ? undefined : () => setCursors(cursors.slice(0, -1)),
    reload: () => setTimes(times + 1),
  };
}
