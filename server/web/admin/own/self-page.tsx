import { texts } from '../../texts/admin-en.ts';
import { NameFields } from '../accounts/name-fields.tsx';
import { PictureRow } from '../accounts/picture-row.tsx';
import { rules } from '../form/field-rules.ts';
import { findFaults } from '../form/find-faults.ts';
import { FormRow } from '../form/form-row.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { useForm } from '../form/use-form.ts';
import { useSaving } from '../form/use-saving.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { OwnTwoStepRow } from '../two-step/own-two-step-row.tsx';
import { OwnPasswordRow } from './own-password-row.tsx';

const { fullName, displayName, email } = rules;
const keys = ['fullName', 'displayName', 'email'] as const;

/** Who one is oneself: names, picture where one may set it, password. */
export function SelfPage() {
  const { model, signedIn } = usePanel();
  const { self } = signedIn;
  const saved = { fullName: self.fullName, displayName: self.displayName, email: self.email };
  const form = useForm(saved, (values) => findFaults(values, { fullName, displayName, email }));
  const changes = keys
    .filter((key) => form.values[key].trim() !== saved[key])
    .map((key) => texts.accounts.changes[key]);
  const saving = useSaving({
    form,
    changes,
    store: async () => {
      const { account } = await model.server.call('self.update', form.values);
      model.learn({ self: account });
    },
  });
  return (
    <PanelPage section={paths.self} title={texts.own.title} unsaved={saving.bar}>
      <PanelForm id={form.id} onSave={saving.save}>
        <FormRow title={texts.own.names}>
          <NameFields values={form.values} faults={form.faults} onValue={form.set} isOwn />
          <p>
            <span class="admin-label">{texts.names.userId}</span> <bdi class="admin-fixed">{self.userId}</bdi>
          </p>
        </FormRow>
      </PanelForm>
      {self.role === 'administrator' && (
        <PictureRow account={self} onChanged={(account) => model.learn({ self: account })} />
      )}
      <OwnPasswordRow />
      <OwnTwoStepRow />
    </PanelPage>
  );
}
