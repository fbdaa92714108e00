import { useState } from 'preact/hooks';
import { OfferPolicy } from '../../../../shared/contract/queue-settings.ts';
import type { QueueDefaults } from '../../../../shared/contract/queue-settings.ts';
import { NumberInput } from '../../../../shared/ui/number-input.tsx';
import { Select } from '../../../../shared/ui/select.tsx';
import { Switch } from '../../../../shared/ui/switch.tsx';
import { texts } from '../../texts/admin-en.ts';
import { queueTexts as words } from '../../texts/admin-queue-en.ts';
import { change } from '../channels/distribution-changes.ts';
import { offerBounds } from '../channels/distribution-fields.tsx';
import { FormRow } from '../form/form-row.tsx';
import { useSaving } from '../form/use-saving.tsx';
import { LoadedPage } from '../frame/loaded-page.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { SeeAlso } from '../frame/see-also.tsx';
import { useLoaded } from '../frame/use-loaded.ts';

/** The organisation's queue: numbers and distribution wherever a channel has none of its own. */
export function QueuePage() {
  const { model } = usePanel();
  const asked = useLoaded(() => model.server.call('queueDefaults.get', {}), 'queue');
  return (
    <LoadedPage asked={asked} section={paths.queue} title={words.title}>
      {({ defaults }) => <Editor loaded={defaults} />}
    </LoadedPage>
  );
}

function Editor({ loaded }: { loaded: QueueDefaults }) {
  const { model } = usePanel();
  const [saved, setSaved] = useState(loaded);
  const [now, setNow] = useState(loaded);
  const saving = useSaving({
    changes: changesOf(saved, now),
    form: { discard: () => setNow(saved) },
    store: async () => {
      const { defaults } = await model.server.call('queueDefaults.update', { defaults: now });
      setSaved(defaults);
      setNow(defaults);
    },
  });
  const set = (some: Partial<QueueDefaults>) => setNow({ ...now, ...some });
  const number = (key: 'availableQueue' | 'busyQueue', label: string, hint: string) => (
    <NumberInput
      label={label}
      hint={hint}
      value={now[key]}
      onValue={(value) => set({ [key]: value ?? saved[key] })}
      min={1}
      max={99}
    />
  );
  return (
    <PanelPage section={paths.queue} title={words.title} unsaved={saving.bar}>
      <FormRow
        title={texts.channels.numbersTitle}
        hint={words.lead}
        seeAlso={<SeeAlso href={paths.channels}>{texts.channels.title}</SeeAlso>}
      >
        {number('availableQueue', texts.channels.available, texts.channels.availableHint)}
        {number('busyQueue', texts.channels.busy, texts.channels.busyHint)}
      </FormRow>
      <FormRow title={words.distribution} hint={words.distributionHint}>
        <Select
          label={words.policy}
          value={now.policy}
          onValue={(policy) => set({ policy })}
          choices={OfferPolicy.options.map((value) => ({ value, label: words.policies[value] }))}
        />
        <NumberInput
          label={words.passesOn}
          hint={words.passesOnHint}
          value={now.offerSeconds}
          onValue={(seconds) => set({ offerSeconds: seconds ?? saved.offerSeconds })}
          {...offerBounds}
        />
      </FormRow>
      <FormRow title={words.away} hint={words.awayHint}>
        <Switch label={words.countsAway} checked={now.countsAway} onChecked={(countsAway) => set({ countsAway })} />
        <Switch
          label={words.awayAfterMissed}
          checked={now.awayAfterMissed}
          onChecked={(awayAfterMissed) => set({ awayAfterMissed })}
        />
      </FormRow>
      <FormRow title={words.ageing} hint={words.ageingHint}>
        <NumberInput
          label={words.priorityMinutes}
          hint={words.priorityMinutesHint}
          value={now.priorityMinutes}
          onValue={(minutes) => set({ priorityMinutes: minutes ?? saved.priorityMinutes })}
          min={1}
          max={600}
        />
      </FormRow>
    </PanelPage>
  );
}

function changesOf(saved: QueueDefaults, now: QueueDefaults): string[] {
  const yesNo = (value: boolean) => (value ? words.yes : words.no);
  return [
    ...change(texts.channels.available, saved.availableQueue, now.availableQueue, String),
    ...change(texts.channels.busy, saved.busyQueue, now.busyQueue, String),
    ...change(words.policy, saved.policy, now.policy, (policy) => words.policies[policy]),
    ...change(words.passesOn, saved.offerSeconds, now.offerSeconds, words.seconds),
    ...change(words.countsAway, saved.countsAway, now.countsAway, yesNo),
    ...change(words.awayAfterMissed, saved.awayAfterMissed, now.awayAfterMissed, yesNo),
    ...change(words.priorityMinutes, saved.priorityMinutes, now.priorityMinutes, String),
  ];
}
