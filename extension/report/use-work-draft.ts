import type { SessionId } from '../../shared/contract/identifiers.ts';
import { withDraft } from '../port/work-draft.ts';
import type { WorkDraft } from '../port/work-draft.ts';
import { useView } from '../view/view-context.ts';

/** What is being written about a session, and how it is changed: it is kept with every key, so that a panel that is closed loses nothing. */
export function useWorkDraft(session: SessionId) {
  const { desk, orders } = useView();
  const latest = (): WorkDraft =>
    desk.drafts.value.find((one) => one.session === session) ?? { session, note: '', report: null };
  return {
    draft: latest(),
    change(part: Partial<Omit<WorkDraft, 'session'>>) {
      const draft = { ...latest(), ...part };
      desk.drafts.value = withDraft(desk.drafts.value, draft);
      void orders.mention('drafts.keep', draft);
    },
  };
}
