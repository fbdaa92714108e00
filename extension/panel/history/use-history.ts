import { useEffect, useRef, useState } from 'preact/hooks';
import type { ResultOf } from '../../../shared/contract/contract.ts';
import type { AppError } from '../../../shared/contract/errors.ts';
import type { ViewContract } from '../../port/view-contract.ts';
import { useView } from '../../view/view-context.ts';
import { askedFor } from './history-question.ts';
import type { HistoryQuestion } from './history-question.ts';

type Page = ResultOf<ViewContract, 'sessions.history'>;

/** A list that grows backwards in time. */
export interface History {
  readonly items: Page['items'];
  readonly state: 'loading' | 'whole' | 'more';
  /** Why the last question brought nothing. */
  readonly failure: AppError | undefined;
  again(): void;
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
  const [failure, setFailure] = useState<AppError>();
  const [times, setTimes] = useState(0);
  const isOnline = desk.link.value.at === 'online';
  const asked = askedFor(question);
  const key = JSON.stringify([asked, occasion]);
  const current = useRef(key);
  current.current = key;

  const load = async (known: Page['items'], after: Page['next']) => {
    if (asked === undefined) return;
    const { answer, failure: why } = await orders.ask('sessions.history', { ...asked, after });
    if (current.current !== key) return;
    setFailure(why);
    if (answer !== undefined) setPage({ ...answer, items: [...known, ...answer.items] });
  };
  useEffect(() => {
    if (!isOnline || asked === undefined) return undefined;
    setFailure(undefined);
    return desk.clock.after(page === undefined ? 0 : PAUSE_MS, () => void load([], null));
  }, [key, isOnline, times]);
  return {
    items: page?.items ?? [],
    state: page === undefined ? 'loading' : page.next === null ? 'whole' : 'more',
    failure,
    again: () => setTimes((before) => before + 1),
    isTooLong: asked === undefined,
    loadMore: () => void load(page?.items ?? [], page?.next ?? null),
  };
}
