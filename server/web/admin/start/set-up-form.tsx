import { useState } from 'preact/hooks';
import type { ParamsInput } from '../../../../shared/contract/contract.ts';
import type { EntryContract } from '../../../../shared/contract/entry-contract.ts';
import type { Token } from '../../../../shared/contract/identifiers.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { Failure } from '../form/failure.tsx';
import { findFaults } from '../form/find-faults.ts';
import { firstName } from '../form/first-name.ts';
import { rules } from '../form/field-rules.ts';
import { PasswordField } from '../form/password-field.tsx';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';

const { organisation, fullName, displayName, userId, password } = rules;
const setUpRules = { organisation, fullName, displayName, userId, password };
const empty = { organisation: '', fullName: '', displayName: '', userId: '', password: '' };

type SetUpFormProps = {
  token: Token;
  onFinish: (first: ParamsInput<EntryContract, 'setup.finish'>) => Promise<void>;
};

/** The organisation's name and its first administrator. */
export function SetUpForm({ token, onFinish }: SetUpFormProps) {
  const form = useForm(empty, (values) => findFaults(values, setUpRules));
  const sending = useSending();
  const [isDisplayNameOwn, setDisplayNameOwn] = useState(false);
  const { values, faults, set } = form;
  const finish = (event: Event) => {
    event.preventDefault();
    if (form.check()) void sending.run(() => onFinish({ token, ...values }));
  };
  return (
    <form id={form.id} class="admin-start-form" noValidate onSubmit={finish}>
      <TextInput
        label={texts.names.organisation}
        hint={texts.names.organisationHint}
        value={values.organisation}
        onValue={(value) => set('organisation', value)}
        error={faults.organisation}
        autocomplete="organization"
      />
      <h2 class="admin-start-heading">{texts.setUp.you}</h2>
      <TextInput
        label={texts.names.fullName}
        value={values.fullName}
        onValue={(value) => {
          set('fullName', value);
          if (!isDisplayNameOwn) set('displayName', firstName(value));
        }}
        error={faults.fullName}
        autocomplete="name"
      />
      <TextInput
        label={texts.names.displayName}
        hint={texts.names.displayNameHint}
        value={values.displayName}
        onValue={(value) => {
          setDisplayNameOwn(value !== '');
          set('displayName', value);
        }}
        error={faults.displayName}
        autocomplete="off"
      />
      <TextInput
        label={texts.names.userId}
        hint={texts.names.userIdHint}
        value={values.userId}
        onValue={(value) => set('userId', value)}
        error={faults.userId}
        autocomplete="username"
        spellcheck={false}
      />
      <PasswordField
        label={texts.password.label}
        value={values.password}
        onValue={(value) => set('password', value)}
        error={faults.password}
        autocomplete="new-password"
        names={[values.fullName, values.userId, values.organisation]}
      />
      <Failure text={sending.failure} />
      <div>
        <Button type="submit" kind="primary" busy={sending.isBusy} busyText={texts.setUp.doing}>
          {texts.setUp.act}
        </Button>
      </div>
    </form>
  );
}
