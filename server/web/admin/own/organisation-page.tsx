import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { rules } from '../form/field-rules.ts';
import { findFaults } from '../form/find-faults.ts';
import { FormRow } from '../form/form-row.tsx';
import { UnsavedBar, useUnsaved } from '../form/unsaved-bar.tsx';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';

/** What the organisation is called. */
export function OrganisationPage() {
  const { model, signedIn } = usePanel();
  const saved = { organisation: signedIn.organisation };
  const form = useForm(saved, (values) => findFaults(values, { organisation: rules.organisation }));
  const sending = useSending();
  const now = form.values.organisation.trim();
  const isChanged = now !== saved.organisation;
  useUnsaved(isChanged);
  const save = () => {
    if (!isChanged || !form.check()) return;
    void sending.run(async () => {
      const { organisation } = await model.server.call('organisation.update', { name: now });
      model.learn({ organisation: organisation.name });
      model.say(texts.unsaved.saved);
    });
  };
  return (
    <PanelPage
      section={paths.organisation}
      title={texts.organisation.title}
      unsaved={
        isChanged ? (
          <UnsavedBar
            changes={[texts.organisation.change(saved.organisation, now)]}
            sending={sending}
            onDiscard={form.discard}
            onSave={save}
          />
        ) : undefined
      }
    >
      <form
        id={form.id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <FormRow title={texts.organisation.row}>
          <TextInput
            label={texts.names.organisation}
            hint={texts.names.organisationHint}
            value={form.values.organisation}
            onValue={(value) => form.set('organisation', value)}
            error={form.faults.organisation}
            autocomplete="organization"
          />
        </FormRow>
      </form>
    </PanelPage>
  );
}
