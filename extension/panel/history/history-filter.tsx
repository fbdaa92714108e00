import { Search } from 'lucide';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { reportTexts } from '../../texts/reports-en.ts';
import type { HistoryQuestion } from './history-question.ts';

const words = reportTexts.history;

type HistoryFilterProps = {
  question: HistoryQuestion;
  /** What was typed cannot be searched for. */
  isTooLong: boolean;
  onQuestion: (question: HistoryQuestion) => void;
};

/** What to look for in the history: words, and days. */
export function HistoryFilter({ question, isTooLong, onQuestion }: HistoryFilterProps) {
  return (
    <div class="ext-history-filter" role="search">
      <TextInput
        label={words.search}
        labelUnseen
        icon={Search}
        type="search"
        placeholder={words.search}
        value={question.text}
        onValue={(text) => onQuestion({ ...question, text })}
        error={isTooLong ? words.tooLong : undefined}
      />
      <div class="ext-history-days">
        <TextInput
          label={words.from}
          type="date"
          value={question.from}
          onValue={(from) => onQuestion({ ...question, from })}
        />
        <TextInput label={words.to} type="date" value={question.to} onValue={(to) => onQuestion({ ...question, to })} />
      </div>
    </div>
  );
}
