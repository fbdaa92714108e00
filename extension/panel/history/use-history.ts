import { useEffect, useRef, useState } from 'preact/hooks';
import type { ResultOf } from '../../../shared/contract/contract.ts';
import type { ViewContract } from '../../port/view-contract.ts';
import { useView } from '../../view/view-context.ts';
import { askedFor } from './history-question.ts';
import type { HistoryQuestion } from './history-question.ts';

type Page = ResultOf<ViewContract, 'sessions.history'>;

/** A list that grows backwards in time. */
export interface History {
  readonly items: Page['items'];
  readonly state: 'loading' | 'whole' | 'more';
  /** What was typed cannot be searched for: what was found before stays. */
  readonly isTooLong: boolean;
  loadMore(): void;
}

/** Waits for a pause in typing before it asks. */
const PAUSE_MS = 250;

/** The rep's own ended sessions that fit the question, newest first. Asked for anew whenever `occasion` changes. */
export function useHistory(question: HistoryQuestion, occasion: unknown): History {
  const { desk, orders } = useView();
  const [page, setPage] = useState<Page>();
  const isOnline = desk.link.value.at === 'online';
  const asked = askedFor(question);
  const key = JSON.stringify([asked, occasion]);
  const current = useRef(key);
  current.current = key;

  const load = async (known: Page['items'], after: Page['next']) => {
    if (asked === undefined) return;
    const answer = await orders.give('sessions.history', { ...asked, after });
    if (answer !== undefined && current.current === key) setPage({ ...answer, items: [...known, ...answer.items] });
  };
  useEffect(() => {
    if (!isOnline || asked === undefined) return undefined;
    return desk.clock.after(page === undefined ? 0 : PAUSE_MS, () => void load([], null));
  }, [key, isOnline]);
  return {
    items: page?.items ?? [],
    state: page === undefined ? 'loading' : page.next === null ? 'whole' : 'more',
    isTooLong: asked === undefined,
    loadMore: () => void load(page?.items ?? [], page?.next ?? null),
  };
}
