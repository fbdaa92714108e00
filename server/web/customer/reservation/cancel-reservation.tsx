import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { reservationTexts } from '../../texts/customer-reservation.ts';
import type { CustomerModel } from '../customer-model.ts';
import { useAction } from '../use-action.ts';

const words = reservationTexts.page;

/** Asks, and then cancels the reservation of this browser. */
export function CancelReservation({ model, onDone }: { model: CustomerModel; onDone: () => void }) {
  const cancelling = useAction();
  const cancel = () =>
    cancelling.run(async () => {
      await model.server.call('reservations.cancel', {});
      model.keepReservation(null);
    });
  return (
    <Dialog
      title={words.cancelQuestion}
      harmless={words.keep}
      onHarmless={onDone}
      act={words.cancel}
      actKind="danger"
      acting={cancelling.isBusy}
      actingText={words.cancelling}
      onAct={cancel}
    >
      <p>{words.cancelText}</p>
      {cancelling.failure !== undefined && (
        <Notice kind="danger" alert>
          {cancelling.failure}
        </Notice>
      )}
    </Dialog>
  );
}
