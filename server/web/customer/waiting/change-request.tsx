import { useRef, useState } from 'preact/hooks';
import type { QueuePlace } from '../../../../shared/contract/customer-contract.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { texts } from '../../texts/customer.ts';
import type { CustomerModel } from '../customer-model.ts';
import { focusFirstFault } from '../request/focus-first-fault.ts';
import { FormFaults } from '../request/form-faults.tsx';
import { incidentChoices, withIncident } from '../request/incident-choice.ts';
import { checkRequest } from '../request/request-check.ts';
import type { RequestDraft } from '../request/request-check.ts';
import { RequestFields } from '../request/request-fields.tsx';
import { undrawnFaults } from '../request/undrawn-faults.ts';
import { withProof } from '../proof/with-proof.ts';
import { useAction } from '../use-action.ts';

const words = texts.request;

type ChangeRequestProps = { model: CustomerModel; place: QueuePlace; onDone: () => void };

/** Changes what was asked without giving up the place in line. */
export function ChangeRequest({ model, place, onDone }: ChangeRequestProps) {
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<RequestDraft>(place.form);
  const [wasTried, setTried] = useState(false);
  const saving = useAction();
  const incidents = model.incidents.value;
  // What was chosen before may stay, even where it is not offered any more.
  const checked = checkRequest(draft.incident === place.form.incident ? draft : withIncident(draft, incidents));
  const faults = wasTried && !checked.ok ? checked.faults : {};
  const choices = incidentChoices(incidents, draft.channel);

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!checked.ok) return focusFirstFault(form);
    saving.run(async () => {
      const changed = await withProof(model.server, 'request', (proven) =>
        model.server.call('requests.change', { ...checked.form, ...proven }),
      );
      model.enter({ at: 'waiting', place: changed.place });
      onDone();
    });
  };

  return (
    <form ref={form} class="request-form" noValidate onSubmit={save} aria-label={texts.waiting.yourRequest}>
      <div class="request-you">
        <RequestFields draft={draft} faults={faults} incidents={choices} onChange={setDraft} />
      </div>
      <FormFaults faults={[...undrawnFaults(faults, choices.length > 0 ? ['incident'] : []), saving.failure]} />
      <div class="form-end">
        <Button type="submit" kind="primary" busy={saving.isBusy} busyText={words.changing}>
          {words.change}
        </Button>
        <Button onClick={onDone}>{words.keep}</Button>
      </div>
    </form>
  );
}
