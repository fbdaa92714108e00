import { effect } from '@preact/signals';
import type { ViewDoor } from '../port/view-door.ts';
import { emptyDraft } from '../port/work-draft.ts';
import type { WorkDraft } from '../port/work-draft.ts';
import type { OwnerState } from './owner-state.ts';

/** Tells every view of each part as it changes. Logs are told apart, entry by entry, because they grow long. */
export function publishTo(views: Pick<ViewDoor, 'tell'>, state: OwnerState): void {
  effect(() => views.tell({ type: 'link.changed', link: state.link.value }));
  effect(() => views.tell({ type: 'desk.changed', desk: state.desk.value }));
  effect(() => views.tell({ type: 'requests.changed', requests: [...state.requests.value] }));
  effect(() => views.tell({ type: 'reservations.changed', reservations: [...state.reservations.value] }));
  effect(() => views.tell({ type: 'invitations.changed', invitations: [...state.invitations.value] }));
  effect(() => views.tell({ type: 'sessions.changed', sessions: [...state.sessions.value] }));
  effect(() => views.tell({ type: 'unsent.changed', unsent: [...state.unsent.value] }));
  let told: readonly WorkDraft[] = [];
  effect(() => {
    const drafts = state.drafts.value;
    // One at a time, because a key was pressed in one.
    for (const draft of drafts) if (!told.includes(draft)) views.tell({ type: 'draft.changed', draft });
    for (const { session } of told)
      if (!drafts.some((draft) => draft.session === session))
        views.tell({ type: 'draft.changed', draft: emptyDraft(session) });
    told = drafts;
  });
  effect(() => views.tell({ type: 'left.changed', left: [...state.left.value] }));
  effect(() => views.tell({ type: 'lostFiles.changed', files: [...state.lostFiles.value] }));
  effect(() => views.tell({ type: 'typing.changed', typing: [...state.typing.value] }));
  effect(() => views.tell({ type: 'shared.changed', items: [...state.shared.value] }));
  effect(() => views.tell({ type: 'shortcuts.changed', items: [...state.shortcuts.value] }));
  effect(() => views.tell({ type: 'windows.changed', inWindow: [...state.inWindow.value] }));
  effect(() => {
    if (state.call.value !== undefined) views.tell({ type: 'call.changed', call: state.call.value });
  });
  effect(() => views.tell({ type: 'settings.changed', settings: state.settings.value }));
}
