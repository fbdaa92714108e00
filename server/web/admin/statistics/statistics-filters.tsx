import type { Statistics } from '../../../../shared/contract/statistics.ts';
import type { FilterChoices } from '../../../../shared/contract/statistics-operations.ts';
import { Select } from '../../../../shared/ui/select.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { SubjectFilters } from '../frame/subject-filters.tsx';
import { spanWords } from './measure-words.ts';
import type { StatisticsQuestion } from './statistics-question.ts';

type StatisticsFiltersProps = {
  question: StatisticsQuestion;
  onQuestion: (question: StatisticsQuestion) => void;
  choices: FilterChoices;
  statistics: Statistics | undefined;
};

/** Which days, of what. */
export function StatisticsFilters(props: StatisticsFiltersProps) {
  const { question, onQuestion, choices, statistics } = props;
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
      <SubjectFilters subject={question} onSubject={change} choices={choices} />
      {statistics !== undefined && (
        <p class="stat-filters-note">
          {words.comparedWith(spanWords(statistics.before.from, statistics.before.to), statistics.zone)}
        </p>
      )}
    </div>
  );
}
