import { useEffect, useState } from 'preact/hooks';
import type { Account } from '../../../../shared/contract/account.ts';
import type { Channel } from '../../../../shared/contract/channel.ts';
import type { GroupTree } from '../../../../shared/contract/group.ts';
import type { AccountId } from '../../../../shared/contract/identifiers.ts';
import { Tag } from '../../../../shared/ui/tag.tsx';
import { texts } from '../../texts/admin-en.ts';
import { FormRow } from '../form/form-row.tsx';
import { rules } from '../form/field-rules.ts';
import { findFaults } from '../form/find-faults.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { useForm } from '../form/use-form.ts';
import { useSaving } from '../form/use-saving.tsx';
import { RightsRow } from '../rights/rights-row.tsx';
import { LoadedPage } from '../frame/loaded-page.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { AccountTwoStepRow } from '../two-step/account-two-step-row.tsx';
import { groupWords } from '../groups/group-choices.ts';
import { GroupFields } from '../groups/group-fields.tsx';
import { accountChanges, accountDraft } from './account-draft.ts';
import { CapacityRow } from './capacity-row.tsx';
import { ChannelChecks } from './channel-checks.tsx';
import { FreshPassword } from './fresh-password.tsx';
import { NameFields } from './name-fields.tsx';
import { freshPassword } from './fresh-password-signal.ts';
import { PasswordRow } from './password-row.tsx';
import { PictureRow } from './picture-row.tsx';
import { RoleField } from './role-field.tsx';
import { saveAccount } from './save-account.ts';
import { StateRow } from './state-row.tsx';

const { fullName, displayName, email } = rules;

/** One account: who it is, what it may do, whether it can sign in. */
export function AccountPage({ id }: { id: AccountId }) {
  const { model } = usePanel();
  const asked = useLoaded(async () => {
    const [{ account }, { channels }, { groups }] = await Promise.all([
      model.server.call('accounts.get', { id }),
      model.server.call('channels.list', {}),
      model.server.call('groups.list', {}),
    ]);
    return { account, channels, groups };
  }, id);
  return (
    <LoadedPage asked={asked} section={paths.accounts} title={texts.loading} parent={parent}>
      {(value) => <Editor {...value} onChanged={(account) => asked.replace({ ...value, account })} />}
    </LoadedPage>
  );
}

const parent = { label: texts.accounts.title, href: paths.accounts };

type EditorProps = {
  account: Account;
  channels: readonly Channel[];
  groups: GroupTree;
  onChanged: (account: Account) => void;
};

function Editor({ account, channels, groups, onChanged }: EditorProps) {
  const { model, signedIn } = usePanel();
  const saved = accountDraft(account);
  const form = useForm(saved, (values) => findFaults(values, { fullName, displayName, email }));
  const [password, setPassword] = useState(
    freshPassword.peek()?.account === account.id ? freshPassword.peek()?.password : undefined,
  );
  // Shown once: coming back to this page does not bring it back.
  useEffect(() => () => void (freshPassword.value = undefined), []);
  const isSelf = account.id === signedIn.self.id;
  const changes = accountChanges(saved, form.values, (group) => groupWords(groups, group));

  const take = (changed: Account) => {
    onChanged(changed);
    if (isSelf) model.learn({ self: changed });
  };
  const saving = useSaving({
    form,
    changes,
    store: async () => take(await saveAccount(model.server, account, form.values)),
  });
  return (
    <PanelPage
      section={paths.accounts}
      title={account.fullName}
      parent={parent}
      titleEnd={
        account.disabled ? <Tag kind="wait">{texts.accounts.disabled}</Tag> : <Tag>{texts.roles[account.role]}</Tag>
      }
      unsaved={saving.bar}
    >
      {password !== undefined && (
        <div class="admin-part">
          <FreshPassword userId={account.userId} password={password} />
        </div>
      )}
      <PanelForm id={form.id} onSave={saving.save}>
        <FormRow title={texts.accounts.who} {...(isSelf ? { hint: texts.accounts.self } : {})}>
          <NameFields values={form.values} faults={form.faults} onValue={form.set} />
          <p>
            <span class="admin-label">{texts.names.userId}</span> <bdi class="admin-fixed">{account.userId}</bdi>
          </p>
        </FormRow>
        <FormRow title={texts.accounts.roleTitle}>
          <RoleField value={form.values.role} onValue={(role) => form.set('role', role)} />
        </FormRow>
        <GroupFields
          tree={groups}
          role={form.values.role}
          group={form.values.group}
          leads={form.values.leads}
          onGroup={(group) => form.set('group', group)}
          onLeads={(leads) => form.set('leads', leads)}
        />
        <CapacityRow value={form.values.capacity} onValue={(capacity) => form.set('capacity', capacity)} />
        <ChannelChecks
          channels={channels}
          chosen={form.values.channels}
          onChosen={(chosen) => form.set('channels', chosen)}
        />
      </PanelForm>
      <RightsRow account={account.id} />
      <PictureRow account={account} onChanged={take} />
      {!isSelf && <PasswordRow account={account} onSet={setPassword} />}
      {!isSelf && <AccountTwoStepRow account={account} />}
      {!isSelf && <StateRow account={account} onChanged={take} />}
    </PanelPage>
  );
}
