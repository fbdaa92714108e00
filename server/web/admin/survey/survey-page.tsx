import { SurveySetting } from '../../../../shared/contract/survey.ts';
import { Switch } from '../../../../shared/ui/switch.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { surveyTexts as words } from '../../texts/admin-survey-en.ts';
import { findFaults } from '../form/find-faults.ts';
import { FormRow } from '../form/form-row.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { useForm } from '../form/use-form.ts';
import { useSaving } from '../form/use-saving.tsx';
import { LoadedPage } from '../frame/loaded-page.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { SeeAlso } from '../frame/see-also.tsx';
import { useLoaded } from '../frame/use-loaded.ts';

/** Whether and what customers and reps are asked when a session is over. */
export function SurveyPage() {
  const { model } = usePanel();
  const asked = useLoaded(() => model.server.call('surveys.get', {}), 'survey');
  return (
    <LoadedPage asked={asked} section={paths.survey} title={words.title}>
      {({ setting }) => <Editor saved={setting} onSaved={(now) => asked.replace({ setting: now })} />}
    </LoadedPage>
  );
}

function Editor({ saved, onSaved }: { saved: SurveySetting; onSaved: (setting: SurveySetting) => void }) {
  const { model } = usePanel();
  const rule = [SurveySetting.entries.question, words.customer.wrong] as const;
  const form = useForm(saved, (values) => findFaults(values, { question: rule }));
  const now = { ...form.values, question: form.values.question.trim() };
  const changes = [
    ...(now.asksCustomer === saved.asksCustomer ? [] : [words.changes.asksCustomer(now.asksCustomer)]),
    ...(now.question === saved.question ? [] : [words.changes.question(now.question)]),
    ...(now.asksRep === saved.asksRep ? [] : [words.changes.asksRep(now.asksRep)]),
  ];
  const saving = useSaving({
    form,
    changes,
    store: async () => {
      const { setting } = await model.server.call('surveys.update', { setting: now });
      onSaved(setting);
    },
  });
  return (
    <PanelPage section={paths.survey} title={words.title} unsaved={saving.bar}>
      <PanelForm id={form.id} onSave={saving.save}>
        <FormRow
          title={words.customer.title}
          hint={words.customer.hint}
          seeAlso={<SeeAlso href={paths.statistics}>{words.seeAlso}</SeeAlso>}
        >
          <Switch
            label={words.customer.ask}
            checked={form.values.asksCustomer}
            onChecked={(asks) => form.set('asksCustomer', asks)}
          />
          <TextInput
            label={words.customer.question}
            hint={words.customer.questionHint}
            value={form.values.question}
            onValue={(question) => form.set('question', question)}
            error={form.faults.question}
            maxLength={80}
            autocomplete="off"
          />
        </FormRow>
        <FormRow title={words.rep.title} hint={words.rep.hint}>
          <Switch label={words.rep.ask} checked={form.values.asksRep} onChecked={(asks) => form.set('asksRep', asks)} />
        </FormRow>
      </PanelForm>
    </PanelPage>
  );
}
