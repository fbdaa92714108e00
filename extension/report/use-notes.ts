import type { ResultOf } from '../../shared/contract/contract.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { ViewContract } from '../port/view-contract.ts';
import { useFetched } from '../view/use-fetched.tsx';
import type { Fetched } from '../view/use-fetched.tsx';
import { useView } from '../view/view-context.ts';

/** The notes of a session, asked for anew whenever one of its reps wrote. */
export function useNotes(session: SessionId): Fetched<ResultOf<ViewContract, 'notes.list'>> {
  const { desk, orders } = useView();
  return useFetched(() => orders.ask('notes.list', { session }), [session, desk.noteNews.value]);
}
