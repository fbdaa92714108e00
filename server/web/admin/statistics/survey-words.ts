/** How answers of the survey are written down for people. Pure. */
import type { Measures } from '../../../../shared/contract/statistics.ts';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { texts } from '../../texts/admin-en.ts';
import { surveyTexts as words } from '../../texts/admin-survey-en.ts';
import { partWords } from './measure-words.ts';

/** A part of those who answered, as `82 % of 17`; a dash where nobody did. */
export function answerWords(part: number, answers: number): string {
  const share = partWords(part, answers);
  return share === undefined ? texts.statistics.figures.none : words.of(share, answers);
}

/** Who was content, for a table that stands beside a chart. */
export function contentColumn<Row extends { readonly measures: Measures }>(): TableColumn<Row> {
  return {
    key: 'content',
    head: words.columns.content,
    align: 'end',
    cell: ({ measures: { content, faces } }) => partWords(content, faces) ?? texts.statistics.figures.none,
  };
}

/** The two columns of every table of measures. */
export function surveyColumns<Row extends { readonly measures: Measures }>(): TableColumn<Row>[] {
  return [
    {
      key: 'content',
      head: words.columns.content,
      align: 'end',
      cell: ({ measures }) => answerWords(measures.content, measures.faces),
    },
    {
      key: 'solved',
      head: words.columns.solved,
      align: 'end',
      cell: ({ measures }) => answerWords(measures.solved, measures.judged),
    },
  ];
}
