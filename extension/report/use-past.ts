import type { SessionHead } from '../../shared/contract/session.ts';
import type { PastSession } from '../../shared/contract/past-session.ts';
import { useFetched } from '../view/use-fetched.tsx';
import { useView } from '../view/view-context.ts';

/** The past sessions of the customer of a session that runs, as far as they are known. */
export interface PastOfCustomer {
  readonly past: readonly PastSession[];
  readonly more: boolean;
}

const nothingKnown: PastOfCustomer = { past: [], more: false };

/** Asked for when the customer is in, and again when their computer is known. Without an answer nothing is shown. */
export function usePast({ id: session, state, facts }: SessionHead): PastOfCustomer {
  const { orders } = useView();
  const { value } = useFetched<PastOfCustomer>(
    async () => (state === 'live' ? orders.ask('customers.past', { session }) : { answer: nothingKnown }),
    [session, state, facts?.computer],
  );
  return value ?? nothingKnown;
}
