import type { Account } from '../../../../shared/contract/account.ts';
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

/** A new password for somebody else's account. */
export function PasswordRow({ account, onSet }: { account: Account; onSet: (password: string) => void }) {
  const { model, signedIn } = usePanel();
  const form = useForm({ password: '' }, (values) => findFaults(values, { password: rules.password }));
  const sending = useSending();
  const { password } = form.values;
  const set = async () => {
    await model.server.call('accounts.setPassword', { id: account.id, password });
    form.discard();
    onSet(password);
    model.say(texts.accounts.passwordSet);
  };
  return (
    <FormRow title={texts.accounts.newPassword} hint={texts.accounts.newPasswordHint}>
      <PanelForm
        id={form.id}
        class="admin-fields"
        onSave={() => {
          if (form.check()) void sending.run(set);
        }}
      >
        <PasswordField
          label={texts.accounts.newPassword}
          value={password}
          onValue={(value) => form.set('password', value)}
          error={form.faults.password}
          autocomplete="new-password"
          names={[account.fullName, account.userId, signedIn.organisation]}
          canMake
        />
        <Failure text={sending.failure} />
        <div>
          <Button type="submit" busy={sending.isBusy} busyText={texts.accounts.settingPassword}>
            {texts.accounts.setPassword}
          </Button>
        </div>
      </PanelForm>
    </FormRow>
  );
}
