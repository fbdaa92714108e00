import { useRef, useState } from 'preact/hooks';
import type { OwnReservation } from '../../../../shared/contract/reservation.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { reservationTexts } from '../../texts/customer-reservation.ts';
import type { CustomerModel } from '../customer-model.ts';
import { focusFirstFault } from '../request/focus-first-fault.ts';
import { FormFaults } from '../request/form-faults.tsx';
import type { RequestDraft } from '../request/request-check.ts';
import { RequestFields } from '../request/request-fields.tsx';
import { undrawnFaults } from '../request/undrawn-faults.ts';
import { withProof } from '../proof/with-proof.ts';
import { useAction } from '../use-action.ts';
import { checkReservation } from './reservation-check.ts';
import { WishedTime } from './wished-time.tsx';
import type { Wish } from './wished-time.tsx';

const words = reservationTexts.page;

type ChangeReservationProps = { model: CustomerModel; reservation: OwnReservation; onDone: () => void };

/** Changes what was told and when to call, without giving the reservation up. */
export function ChangeReservation({ model, reservation, onDone }: ChangeReservationProps) {
  const form = useRef<HTMLFormElement>(null);
  const { channel, wishedAt, ...told } = reservation.form;
  const [draft, setDraft] = useState<RequestDraft>({ ...told, channel });
  const [wish, setWish] = useState<Wish>(wishedAt);
  const [wasTried, setTried] = useState(false);
  const saving = useAction();
  const checked = checkReservation(draft, wish);
  const faults = wasTried && !checked.ok ? checked.faults : {};

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!checked.ok) return focusFirstFault(form);
    const { channel: _kept, ...change } = checked.form;
    saving.run(async () => {
      const changed = await withProof(model.server, 'request', (proven) =>
        model.server.call('reservations.change', { ...change, ...proven }),
      );
      model.keepReservation(changed.reservation);
      onDone();
    });
  };

  return (
    <form ref={form} class="request-form" noValidate onSubmit={save} aria-label={words.title}>
      <div class="request-you">
        <RequestFields draft={draft} faults={faults} incidents={[]} onChange={setDraft} needsPhone />
      </div>
      <WishedTime model={model} channel={channel} value={wish} onValue={setWish} fault={faults.wish} />
      <FormFaults faults={[...undrawnFaults(faults, ['wish']), saving.failure]} />
      <div class="form-end">
        <Button type="submit" kind="primary" busy={saving.isBusy} busyText={words.saving}>
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.leaveSame}</Button>
      </div>
    </form>
  );
}
