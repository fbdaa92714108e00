import { useEffect, useState } from 'preact/hooks';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { PastSession } from '../../shared/contract/past-session.ts';
import { useView } from '../view/view-context.ts';

/** The past sessions of the customer of a session that runs, as far as they are known. */
export interface PastOfCustomer {
  readonly past: readonly PastSession[];
  readonly more: boolean;
}

/** Asked for when the customer is in, and again when their computer is known. */
export function usePast({ id: session, state, facts }: SessionHead): PastOfCustomer {
  const { desk, orders } = useView();
  const [known, setKnown] = useState<PastOfCustomer>({ past: [], more: false });
  const isWanted = desk.link.value.at === 'online' && state === 'live';
  const computer = facts?.computer;
  useEffect(() => {
    if (!isWanted) return undefined;
    let isHere = true;
    void orders.give('customers.past', { session }).then((answer) => {
      if (isHere && answer !== undefined) setKnown(answer);
    });
    return () => {
      isHere = false;
    };
  }, [orders, session, isWanted, computer]);
  return known;
}
