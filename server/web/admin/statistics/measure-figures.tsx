import type { Measures, Statistics } from '../../../../shared/contract/statistics.ts';
import { Figures } from '../../../../shared/ui/figures.tsx';
import type { Figure } from '../../../../shared/ui/figures.tsx';
import { texts } from '../../texts/admin-en.ts';
import { surveyTexts } from '../../texts/admin-survey-en.ts';
import { countChange, lengthChange, lengthWords, partWords, plainChange } from './measure-words.ts';

/** What the period comes to, each number beside what it was in the days before. */
export function MeasureFigures({ statistics: { totals, totalsBefore } }: { statistics: Statistics }) {
  const words = texts.statistics.figures;
  const number = (value: number) => value.toLocaleString('en');
  return (
    <Figures
      wide
      figures={[
        {
          label: words.requests,
          value: number(totals.requests),
          note: countChange(totals.requests, totalsBefore.requests),
        },
        { label: words.answered, value: number(totals.answered), note: partWords(totals.answered, totals.requests) },
        { label: words.gaveUp, value: number(totals.gaveUp), note: plainChange(totals.gaveUp, totalsBefore.gaveUp) },
        { label: words.quick, value: partWords(totals.quick, totals.requests) ?? words.none },
        {
          label: words.wait,
          value: lengthWords(totals.medianWaitMs),
          note: lengthChange(totals.medianWaitMs, totalsBefore.medianWaitMs),
        },
        {
          label: words.session,
          value: lengthWords(totals.medianSessionMs),
          note: lengthChange(totals.medianSessionMs, totalsBefore.medianSessionMs),
        },
        ...surveyFigures(totals),
      ]}
    />
  );
}

/** Nothing where nobody has answered: the survey may be switched off. */
function surveyFigures({ faces, content, averageFace, judged, solved }: Measures): Figure[] {
  const words = surveyTexts.figures;
  const none = texts.statistics.figures.none;
  return [
    ...(averageFace === null
      ? []
      : [
          {
            label: words.content,
            value: partWords(content, faces) ?? none,
            note: words.contentNote(faces, averageFace.toFixed(1)),
          },
        ]),
    ...(judged === 0
      ? []
      : [{ label: words.solved, value: partWords(solved, judged) ?? none, note: words.solvedNote(judged) }]),
  ];
}
