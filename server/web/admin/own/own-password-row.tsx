import { AppError } from '../../../../shared/contract/errors.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { texts } from '../../texts/admin-en.ts';
import { Failure } from '../form/failure.tsx';
import { rules } from '../form/field-rules.ts';
import { findFaults } from '../form/find-faults.ts';
import { FormRow } from '../form/form-row.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { PasswordField } from '../form/password-field.tsx';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';

const { current, password } = rules;

/** Changes the own password; whoever only found the computer open does not know the one before. */
export function OwnPasswordRow() {
  const { model, signedIn } = usePanel();
  const { self, organisation } = signedIn;
  const form = useForm({ current: '', password: '' }, (values) => findFaults(values, { current, password }));
  const sending = useSending();
  const change = async () => {
    await model.server.call('self.setPassword', form.values);
    form.discard();
    model.say(texts.own.changed);
  };
  const blameCurrent = (error: unknown) => {
    const isWrong = error instanceof AppError && error.code === 'wrong-credentials';
    if (isWrong) form.blame('current', texts.wrong.currentWrong);
    return isWrong;
  };
  return (
    <FormRow title={texts.own.access} hint={texts.own.accessHint}>
      <PanelForm
        id={form.id}
        class="admin-fields"
        onSave={() => {
          if (form.check()) void sending.run(change, blameCurrent);
        }}
      >
        <PasswordField
          label={texts.own.current}
          value={form.values.current}
          onValue={(value) => form.set('current', value)}
          error={form.faults.current}
          autocomplete="current-password"
        />
        <PasswordField
          label={texts.own.next}
          value={form.values.password}
          onValue={(value) => form.set('password', value)}
          error={form.faults.password}
          autocomplete="new-password"
          names={[self.fullName, self.userId, organisation]}
        />
        <Failure text={sending.failure} />
        <div>
          <Button type="submit" busy={sending.isBusy} busyText={texts.own.changing}>
            {texts.own.change}
          </Button>
        </div>
      </PanelForm>
    </FormRow>
  );
}
