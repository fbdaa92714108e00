import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { DraftChange } from '../port/work-draft.ts';
import { useView } from '../view/view-context.ts';

/** What is being written about a session, and how it is changed: it is kept with every key, so that a panel that is closed loses nothing. */
export function useWorkDraft(session: SessionId) {
  const { drafts } = useView();
  return {
    draft: drafts.of(session),
    /** What stands there by now, when an answer comes. */
    latest: () => drafts.of(session),
    change: (parts: Omit<DraftChange, 'session'>) => drafts.change({ session, ...parts }),
  };
}
