import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../../../shared/contract/account.ts';
import type { Token } from '../../../../shared/contract/identifiers.ts';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/admin-en.ts';
import { Failure } from '../form/failure.tsx';
import { PasswordField } from '../form/password-field.tsx';
import { findFaults } from '../form/find-faults.ts';
import { rules } from '../form/field-rules.ts';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import { SecondStepField } from '../two-step/second-step-field.tsx';
import type { PanelModel } from '../panel-model.ts';

/** Over the page, so that nothing typed is lost: the same person signs in again and what was asked goes on. */
export function SignInAgain({ model, self }: { model: PanelModel; self: Account }) {
  const [ticket, setTicket] = useState<Token>();
  const isCode = ticket !== undefined;
  const form = useForm({ password: '', code: '' }, (values) =>
    findFaults(values, isCode ? { code: rules.code } : { password: rules.current }),
  );
  const sending = useSending();
  const box = useRef<HTMLDivElement>(null);
  // After the dialog's own effect, which puts the focus on the harmless button.
  useEffect(() => box.current?.querySelector('input')?.focus(), [isCode]);
  const signIn = () => {
    if (!form.check()) return;
    void sending.run(async () => {
      if (ticket !== undefined) await model.secondStepAgain(ticket, form.values.code);
      else setTicket(await model.signInAgain(form.values.password));
    });
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
      <p>{isCode ? texts.twoStep.code.lead : texts.signIn.againText(safeName(self.userId))}</p>
      <Failure text={sending.failure} />
      <div ref={box}>
        <form
          id={form.id}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            signIn();
          }}
        >
          {isCode ? (
            <SecondStepField
              value={form.values.code}
              onValue={(code) => form.set('code', code)}
              error={form.faults.code}
            />
          ) : (
            <PasswordField
              label={texts.password.label}
              value={form.values.password}
              onValue={(password) => form.set('password', password)}
              error={form.faults.password}
              autocomplete="current-password"
            />
          )}
        </form>
      </div>
    </Dialog>
  );
}
