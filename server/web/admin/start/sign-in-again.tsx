import { useEffect, useRef } from 'preact/hooks';
import type { Account } from '../../../../shared/contract/account.ts';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/admin-en.ts';
import { PasswordField } from '../form/password-field.tsx';
import { findFaults } from '../form/find-faults.ts';
import { rules } from '../form/field-rules.ts';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import type { PanelModel } from '../panel-model.ts';

/** Over the page, so that nothing typed is lost: the same person signs in again and what was asked goes on. */
export function SignInAgain({ model, self }: { model: PanelModel; self: Account }) {
  const form = useForm({ password: '' }, (values) => findFaults(values, { password: rules.current }));
  const sending = useSending();
  const box = useRef<HTMLDivElement>(null);
  // After the dialog's own effect, which puts the focus on the harmless button.
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const signIn = () => {
    if (form.check()) void sending.run(() => model.signInAgain(form.values.password));
  };
  return (
    <Dialog
      title={texts.signIn.again}
      harmless={texts.signIn.out}
      onHarmless={() => void model.signOut()}
      act={texts.signIn.act}
      onAct={signIn}
      acting={sending.isBusy}
      actingText={texts.signIn.doing}
    >
      <p>{texts.signIn.againText(safeName(self.userId))}</p>
      {sending.failure !== undefined && (
        <Notice kind="danger" alert>
          {sending.failure}
        </Notice>
      )}
      <div ref={box}>
        <form
          id={form.id}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            signIn();
          }}
        >
          <PasswordField
            label={texts.password.label}
            value={form.values.password}
            onValue={(password) => form.set('password', password)}
            error={form.faults.password}
            autocomplete="current-password"
          />
        </form>
      </div>
    </Dialog>
  );
}
