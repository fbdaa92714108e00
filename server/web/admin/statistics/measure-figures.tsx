import type { Statistics } from '../../../../shared/contract/statistics.ts';
import { Figures } from '../../../../shared/ui/figures.tsx';
import { texts } from '../../texts/admin-en.ts';
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
      ]}
    />
  );
}
