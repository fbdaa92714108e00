import type { SessionHead } from '../../shared/contract/session.ts';
import { Whiteboard } from '../../shared/ui/whiteboard/whiteboard.tsx';
import { openViewerWindow } from '../platform/viewer-window.ts';
import { newClientId } from '../view/new-client-id.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';
import { boardOf } from './board-of.ts';

type SessionBoardProps = {
  head: SessionHead;
  /** It can be shown in the viewer window, too, which has more room. */
  popsOut?: boolean;
};

/** The whiteboard of a session, in the panel as in the viewer window. */
export function SessionBoard({ head, popsOut = false }: SessionBoardProps) {
  const view = useView();
  const { desk, orders } = view;
  return (
    <Whiteboard
      model={boardOf(view, head.id)}
      names={{ customer: firstName(head.customer.name), rep: firstName(head.owner.displayName) }}
      singleKeys={desk.settings.value.singleKeys}
      onWindow={popsOut ? () => void openViewerWindow(head.id) : undefined}
      onClose={() => void orders.give('whiteboard.close', { session: head.id, clientId: newClientId() })}
    />
  );
}
