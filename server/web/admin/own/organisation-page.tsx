import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { brandingTexts } from '../../texts/admin-branding-en.ts';
import { texts } from '../../texts/admin-en.ts';
import { hoursTexts } from '../../texts/admin-hours-en.ts';
import { mailTexts } from '../../texts/admin-mail-en.ts';
import { queueTexts } from '../../texts/admin-queue-en.ts';
import { relayTexts } from '../../texts/admin-relay-en.ts';
import { rules } from '../form/field-rules.ts';
import { findFaults } from '../form/find-faults.ts';
import { FormRow } from '../form/form-row.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { useForm } from '../form/use-form.ts';
import { useSaving } from '../form/use-saving.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { SeeAlso } from '../frame/see-also.tsx';

const { notes } = texts.organisation;
/** What else concerns all of it, and stands on pages of its own. */
const further = [
  { href: paths.hours, label: hoursTexts.title, note: notes.hours },
  { href: paths.queue, label: queueTexts.title, note: notes.queue },
  { href: paths.branding, label: brandingTexts.title, note: notes.branding },
  { href: paths.mail, label: mailTexts.pageTitle, note: notes.mail },
  { href: paths.relay, label: relayTexts.title, note: notes.relay },
];

/** What the organisation is called. */
export function OrganisationPage() {
  const { model, signedIn } = usePanel();
  const saved = { organisation: signedIn.organisation };
  const form = useForm(saved, (values) => findFaults(values, { organisation: rules.organisation }));
  const now = form.values.organisation.trim();
  const saving = useSaving({
    form,
    changes: now === saved.organisation ? [] : [texts.organisation.change(saved.organisation, now)],
    store: async () => {
      const { organisation } = await model.server.call('organisation.update', { name: now });
      model.learn({ organisation: organisation.name });
    },
  });
  return (
    <PanelPage section={paths.organisation} title={texts.organisation.title} unsaved={saving.bar}>
      <PanelForm id={form.id} onSave={saving.save}>
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
      </PanelForm>
      <FormRow title={texts.organisation.more}>
        {further.map(({ href, label, note }) => (
          <p key={href}>
            <SeeAlso href={href}>{label}</SeeAlso> <span class="rh-soft">{note}</span>
          </p>
        ))}
      </FormRow>
    </PanelPage>
  );
}
