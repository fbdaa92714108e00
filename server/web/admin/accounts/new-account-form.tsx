import { useState } from 'preact/hooks';
import type { Account, Role } from '../../../../shared/contract/account.ts';
import type { Channel } from '../../../../shared/contract/channel.ts';
import type { GroupTree } from '../../../../shared/contract/group.ts';
import type { ChannelId, GroupId } from '../../../../shared/contract/identifiers.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { isNameTaken } from '../error-words.ts';
import { Failure } from '../form/failure.tsx';
import { rules } from '../form/field-rules.ts';
import { findFaults } from '../form/find-faults.ts';
import { firstName } from '../form/first-name.ts';
import { FormRow } from '../form/form-row.tsx';
import { PasswordField } from '../form/password-field.tsx';
import { useUnsaved } from '../form/use-unsaved.ts';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';
import { GroupFields } from '../groups/group-fields.tsx';
import { paths } from '../frame/paths.ts';
import { ChannelChecks } from './channel-checks.tsx';
import { NameFields } from './name-fields.tsx';
import { RoleField } from './role-field.tsx';

const { fullName, displayName, email, userId, password } = rules;

type NewAccountFormProps = {
  channels: readonly Channel[];
  groups: GroupTree;
  onCreated: (account: Account, password: string) => void;
};

/** Everything a new account needs. With only one channel the account is in it unless taken out. */
export function NewAccountForm({ channels, groups, onCreated }: NewAccountFormProps) {
  const { model, router, signedIn } = usePanel();
  const [start] = useState(() => ({
    fullName: '',
    displayName: '',
    email: '',
    userId: '',
    password: '',
    role: 'representative' as Role,
    group: null as GroupId | null,
    leads: [] as GroupId[],
    channels: channels.length === 1 ? channels.map(({ id }) => id) : ([] as ChannelId[]),
  }));
  const form = useForm(start, (values) => findFaults(values, { fullName, displayName, email, userId, password }));
  const sending = useSending();
  const { values, faults, set } = form;
  useUnsaved(!sending.isBusy && (values.fullName !== '' || values.userId !== '' || values.password !== ''));

  const create = async () => {
    const { account } = await model.server.call('accounts.create', values);
    model.say(texts.accounts.created(safeName(account.displayName)));
    router.setUnsaved(false);
    onCreated(account, values.password);
  };
  const blameUserId = (error: unknown) => {
    const isTaken = isNameTaken(error);
    if (isTaken) form.blame('userId', texts.wrong.userIdTaken);
    return isTaken;
  };
  return (
    <form
      id={form.id}
      class="admin-form"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (form.check()) void sending.run(create, blameUserId);
      }}
    >
      <FormRow title={texts.accounts.who}>
        <NameFields
          values={values}
          faults={faults}
          onValue={(key, value) => {
            const isFollowing = values.displayName === firstName(values.fullName);
            set(key, value);
            if (key === 'fullName' && isFollowing) set('displayName', firstName(value));
          }}
        />
      </FormRow>
      <FormRow title={texts.accounts.access} hint={texts.accounts.accessHint}>
        <TextInput
          label={texts.names.userId}
          hint={texts.names.userIdHint}
          value={values.userId}
          onValue={(value) => set('userId', value)}
          error={faults.userId}
          autocomplete="off"
          spellcheck={false}
        />
        <PasswordField
          label={texts.password.label}
          value={values.password}
          onValue={(value) => set('password', value)}
          error={faults.password}
          autocomplete="new-password"
          names={[values.fullName, values.userId, signedIn.organisation]}
          canMake
        />
      </FormRow>
      <FormRow title={texts.accounts.roleTitle}>
        <RoleField value={values.role} onValue={(role) => set('role', role)} />
      </FormRow>
      {groups.length > 0 && (
        <GroupFields
          tree={groups}
          role={values.role}
          group={values.group}
          leads={values.leads}
          onGroup={(group) => set('group', group)}
          onLeads={(leads) => set('leads', leads)}
        />
      )}
      <ChannelChecks channels={channels} chosen={values.channels} onChosen={(chosen) => set('channels', chosen)} />
      <div class="admin-form-end">
        <Failure text={sending.failure} />
        <Button type="submit" kind="primary" size="main" busy={sending.isBusy} busyText={texts.accounts.creating}>
          {texts.accounts.create}
        </Button>
        <Button size="main" onClick={() => router.go(paths.accounts)}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}
