import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { Failure } from '../form/failure.tsx';
import { findFaults } from '../form/find-faults.ts';
import { rules } from '../form/field-rules.ts';
import { PasswordField } from '../form/password-field.tsx';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import type { PanelModel } from '../panel-model.ts';
import { StartFrame } from './start-frame.tsx';

const signInRules = { userId: [rules.userId[0], texts.signIn.whichUserId], password: rules.current } as const;

/** Who are you? A wrong password, too many tries and a server that is down are each said in words. */
export function SignInPage({ model, organisation }: { model: PanelModel; organisation: string }) {
  const form = useForm({ userId: '', password: '' }, (values) => findFaults(values, signInRules));
  const sending = useSending();
  const { values, faults, set } = form;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const signIn = (event: Event) => {
    event.preventDefault();
    if (form.check()) void sending.run(() => model.signIn(values.userId.trim(), values.password));
  };
  return (
    <StartFrame organisation={organisation} title={texts.signIn.title} lead={texts.signIn.lead}>
      <form id={form.id} class="admin-start-form" noValidate onSubmit={signIn}>
        <Failure text={sending.failure} />
        <div ref={box}>
          <TextInput
            label={texts.names.userId}
            value={values.userId}
            onValue={(userId) => set('userId', userId)}
            error={faults.userId}
            autocomplete="username"
            spellcheck={false}
          />
        </div>
        <PasswordField
          label={texts.password.label}
          value={values.password}
          onValue={(password) => set('password', password)}
          error={faults.password}
          autocomplete="current-password"
        />
        <div>
          <Button type="submit" kind="primary" busy={sending.isBusy} busyText={texts.signIn.doing}>
            {texts.signIn.act}
          </Button>
        </div>
        <p class="admin-aside-words">{texts.signIn.lockedOut}</p>
      </form>
    </StartFrame>
  );
}
