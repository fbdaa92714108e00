import type { RecoveryCodes, TwoStepSecret } from '../../../../shared/contract/two-step.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { texts } from '../../texts/admin-en.ts';
import { Failure } from '../form/failure.tsx';
import { rules } from '../form/field-rules.ts';
import { findFaults } from '../form/find-faults.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';
import { SetUpSteps } from './set-up-steps.tsx';

type OwnSetUpProps = { secret: TwoStepSecret; onDone: (codes: RecoveryCodes) => void; onCancel: () => void };

/** The phone is given the secret, and its first code switches two-step sign-in on. */
export function OwnSetUp({ secret, onDone, onCancel }: OwnSetUpProps) {
  const { model } = usePanel();
  const form = useForm({ code: '' }, (values) => findFaults(values, { code: rules.code }));
  const sending = useSending();
  const confirm = async () => {
    const { recoveryCodes } = await model.server.call('self.confirmTwoStep', { code: form.values.code });
    onDone(recoveryCodes);
    model.say(texts.twoStep.own.isOn);
  };
  return (
    <PanelForm
      id={form.id}
      class="admin-fields"
      onSave={() => {
        if (form.check()) void sending.run(confirm);
      }}
    >
      <SetUpSteps
        secret={secret}
        code={form.values.code}
        onCode={(code) => form.set('code', code)}
        error={form.faults.code}
      />
      <Failure text={sending.failure} />
      <div class="admin-two-step-buttons">
        <Button type="submit" kind="primary" busy={sending.isBusy} busyText={texts.twoStep.enrol.doing}>
          {texts.twoStep.enrol.act}
        </Button>
        <Button onClick={onCancel}>{texts.twoStep.own.cancel}</Button>
      </div>
    </PanelForm>
  );
}
