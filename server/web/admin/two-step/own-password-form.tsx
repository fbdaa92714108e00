import { AppError } from '../../../../shared/contract/errors.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { texts } from '../../texts/admin-en.ts';
import { Failure } from '../form/failure.tsx';
import { rules } from '../form/field-rules.ts';
import { findFaults } from '../form/find-faults.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { PasswordField } from '../form/password-field.tsx';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import './two-step.css';

const { begin, beginning, renewAct, renewing, renewHint, endAct, ending, endHint } = texts.twoStep.own;
const words = {
  begin: { act: begin, doing: beginning, hint: undefined, kind: 'primary' },
  renew: { act: renewAct, doing: renewing, hint: renewHint, kind: 'primary' },
  end: { act: endAct, doing: ending, hint: endHint, kind: 'danger' },
} as const;

type OwnPasswordFormProps = {
  what: keyof typeof words;
  onSend: (password: string) => Promise<void>;
  onCancel: () => void;
};

/** The password once more, before anything about the second step changes. */
export function OwnPasswordForm({ what, onSend, onCancel }: OwnPasswordFormProps) {
  const form = useForm({ password: '' }, (values) => findFaults(values, { password: rules.current }));
  const sending = useSending();
  const { act, doing, hint, kind } = words[what];
  const blame = (error: unknown) => {
    const isWrong = error instanceof AppError && error.code === 'wrong-credentials';
    if (isWrong) form.blame('password', texts.wrong.currentWrong);
    return isWrong;
  };
  return (
    <PanelForm
      id={form.id}
      class="admin-fields"
      onSave={() => {
        if (form.check()) void sending.run(() => onSend(form.values.password), blame);
      }}
    >
      {hint !== undefined && <p>{hint}</p>}
      <PasswordField
        label={texts.twoStep.own.password}
        value={form.values.password}
        onValue={(password) => form.set('password', password)}
        error={form.faults.password}
        autocomplete="current-password"
      />
      <Failure text={sending.failure} />
      <div class="admin-two-step-buttons">
        <Button type="submit" kind={kind} busy={sending.isBusy} busyText={doing}>
          {act}
        </Button>
        <Button onClick={onCancel}>{texts.twoStep.own.cancel}</Button>
      </div>
    </PanelForm>
  );
}
