import { Presentation } from 'lucide';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import { whiteboardStanding } from '../../../../shared/contract/whiteboard-standing.ts';
import { IconButton } from '../../../../shared/ui/icon-button.tsx';
import { whiteboardTexts as words } from '../../texts/customer-whiteboard.ts';
import type { CustomerModel } from '../customer-model.ts';
import { newClientEntryId } from '../new-client-entry-id.ts';
import { useAction } from '../use-action.ts';

type BoardButtonProps = { model: CustomerModel; session: SessionHead };

/** Beside Send: asks the rep for a whiteboard, or opens the one that the rep would like. Gone while it is open. */
export function BoardButton({ model, session }: BoardButtonProps) {
  const asking = useAction();
  const standing = whiteboardStanding(model.entries.value);
  if (standing === 'open' || standing === 'asked-by-customer') return null;
  return (
    <IconButton
      icon={Presentation}
      size="toolbar"
      label={asking.failure ?? words.suggest}
      keyHint="Alt B"
      onClick={() =>
        asking.run(async () => {
          await model.server.call('whiteboard.ask', { session: session.id, clientId: newClientEntryId() });
        })
      }
    />
  );
}
