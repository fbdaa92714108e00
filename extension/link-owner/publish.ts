import { effect } from '@preact/signals';
import type { ViewDoor } from '../port/view-door.ts';
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
  effect(() => views.tell({ type: 'typing.changed', typing: [...state.typing.value] }));
  effect(() => views.tell({ type: 'shared.changed', items: [...state.shared.value] }));
  effect(() => views.tell({ type: 'shortcuts.changed', items: [...state.shortcuts.value] }));
  effect(() => views.tell({ type: 'windows.changed', inWindow: [...state.inWindow.value] }));
  effect(() => {
    if (state.call.value !== undefined) views.tell({ type: 'call.changed', call: state.call.value });
  });
  effect(() => views.tell({ type: 'settings.changed', settings: state.settings.value }));
}
