import type { Account } from '../../../../shared/contract/account.ts';
import type { Channel } from '../../../../shared/contract/channel.ts';
import type { Statistics } from '../../../../shared/contract/statistics.ts';
import { Select } from '../../../../shared/ui/select.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { spanWords } from './measure-words.ts';
import type { StatisticsQuestion } from './statistics-question.ts';

type StatisticsFiltersProps = {
  question: StatisticsQuestion;
  onQuestion: (question: StatisticsQuestion) => void;
  channels: readonly Channel[];
  accounts: readonly Account[];
  /** What can be chosen of incidents: those that were. */
  incidents: readonly { readonly id: string; readonly name: string }[];
  statistics: Statistics | undefined;
};

/** Which days, of what. */
export function StatisticsFilters(props: StatisticsFiltersProps) {
  const { question, onQuestion, channels, accounts, incidents, statistics } = props;
  const words = texts.statistics;
  const change = (part: Partial<StatisticsQuestion>) => onQuestion({ ...question, ...part });
  return (
    <div class="stat-filters" role="group" aria-label={words.filters}>
      <Select
        label={words.period}
        labelUnseen
        value={question.period}
        onValue={(period) => change({ period })}
        choices={(['today', 'last-7', 'last-30', 'last-90', 'own'] as const).map((value) => ({
          value,
          label: words.periods[value],
        }))}
      />
      {question.period === 'own' && (
        <>
          <TextInput
            label={words.from}
            labelUnseen
            type="date"
            value={question.from}
            onValue={(from) => change({ from })}
          />
          <TextInput label={words.to} labelUnseen type="date" value={question.to} onValue={(to) => change({ to })} />
        </>
      )}
      <Select
        label={words.channel}
        labelUnseen
        value={question.channel}
        onValue={(channel) => change({ channel })}
        choices={[
          { value: 'all', label: words.allChannels },
          ...channels.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'by-code', label: words.byCode },
        ]}
      />
      <Select
        label={words.rep}
        labelUnseen
        value={question.rep}
        onValue={(rep) => change({ rep })}
        choices={[
          { value: 'all', label: words.allReps },
          ...accounts.map(({ id, fullName }) => ({ value: id, label: fullName })),
        ]}
      />
      {incidents.length > 0 && (
        <Select
          label={words.incident}
          labelUnseen
          value={question.incident}
          onValue={(incident) => change({ incident })}
          choices={[
            { value: 'all', label: words.allIncidents },
            ...incidents.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {statistics !== undefined && (
        <p class="stat-filters-note">{words.comparedWith(spanWords(statistics.before.from, statistics.before.to))}</p>
      )}
    </div>
  );
}
