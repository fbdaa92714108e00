import { useEffect, useState } from 'preact/hooks';
import type { ResultOf } from '../../../shared/contract/contract.ts';
import type { ViewContract } from '../../port/view-contract.ts';
import { useView } from '../../view/view-context.ts';

type Item = ResultOf<ViewContract, 'sessions.history'>['items'][number];

/** A list that grows backwards in time. */
export interface History {
  readonly items: readonly Item[];
  readonly state: 'loading' | 'whole' | 'more';
  loadMore(): void;
}

/** The rep's own ended sessions, newest first. Read anew whenever `occasion` changes. */
export function useHistory(occasion: unknown): History {
  const { desk, orders } = useView();
  const [items, setItems] = useState<readonly Item[]>([]);
  const [state, setState] = useState<History['state']>('loading');
  const isOnline = desk.link.value.at === 'online';

  const load = async (known: readonly Item[], isWanted: () => boolean) => {
    const page = await orders.give('sessions.history', { before: known.at(-1)?.endedAt ?? null });
    if (!isWanted() || page === undefined) return;
    setItems([...known, ...page.items]);
    setState(page.more ? 'more' : 'whole');
  };
  useEffect(() => {
    if (!isOnline) return undefined;
    let isWanted = true;
    void load([], () => isWanted);
    return () => {
      isWanted = false;
    };
  }, [occasion, isOnline]);
  return { items, state, loadMore: () => void load(items, () => true) };
}
