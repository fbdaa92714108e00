import { OfferPolicy, Priority } from '../../../../shared/contract/queue-settings.ts';
import type { ChannelDistribution, QueueDefaults } from '../../../../shared/contract/queue-settings.ts';
import { NumberInput } from '../../../../shared/ui/number-input.tsx';
import { Select } from '../../../../shared/ui/select.tsx';
import { queueTexts as words } from '../../texts/admin-queue-en.ts';
import { FormRow } from '../form/form-row.tsx';
import type { ChannelDraft } from './channel-draft.ts';

/** The seconds that an offer may stand. */
export const offerBounds = { min: 5, max: 300 } as const;

type DistributionFieldsProps = {
  values: ChannelDistribution;
  organisation: QueueDefaults;
  onValue: <Key extends keyof ChannelDraft>(key: Key, value: ChannelDraft[Key]) => void;
};

/** Whom a channel asks, for how long, and what becomes of reps who are Away; each of it its own, or as the organisation. */
export function DistributionFields({ values, organisation, onValue }: DistributionFieldsProps) {
  return (
    <>
      <FormRow title={words.distribution} hint={words.distributionHint}>
        <Select
          label={words.policy}
          value={values.policy ?? 'own'}
          onValue={(policy) => onValue('policy', policy === 'own' ? null : policy)}
          choices={[
            { value: 'own', label: words.asOrganisation(words.policies[organisation.policy]) },
            ...OfferPolicy.options.map((value) => ({ value, label: words.policies[value] })),
          ]}
        />
        <NumberInput
          label={words.passesOn}
          hint={words.passesOnHint}
          value={values.offerSeconds ?? undefined}
          placeholder={String(organisation.offerSeconds)}
          onValue={(seconds) => onValue('offerSeconds', seconds ?? null)}
          {...offerBounds}
        />
        <Select
          label={words.priority}
          hint={words.priorityHint}
          value={values.priority}
          onValue={(priority) => onValue('priority', priority)}
          choices={Priority.options.toReversed().map((value) => ({ value, label: words.priorities[value] }))}
        />
      </FormRow>
      <FormRow title={words.away} hint={words.awayHint}>
        {(['countsAway', 'awayAfterMissed'] as const).map((key) => (
          <Select
            key={key}
            label={words[key]}
            value={values[key] === null ? 'own' : values[key] ? 'yes' : 'no'}
            onValue={(chosen) => onValue(key, chosen === 'own' ? null : chosen === 'yes')}
            choices={[
              { value: 'own', label: words.asOrganisation(organisation[key] ? words.yes : words.no) },
              { value: 'yes', label: words.yes },
              { value: 'no', label: words.no },
            ]}
          />
        ))}
      </FormRow>
    </>
  );
}
