/** Requests and waits, day by day: as charts, and as the table of the same data. */
import type { DayMeasures, Statistics, StatisticsPart as Part } from '../../../../shared/contract/statistics.ts';
import { Table } from '../../../../shared/ui/table.tsx';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { texts } from '../../texts/admin-en.ts';
import { BarChart } from './charts/bar-chart.tsx';
import { LineChart } from './charts/line-chart.tsx';
import { dayWords, lengthWords, spanWords } from './measure-words.ts';
import { openDays, outlierOf } from './open-days.ts';
import { StatisticsPart } from './statistics-part.tsx';
import { surveyColumns } from './survey-words.ts';

type DayPartsProps = { statistics: Statistics; asTables: boolean; onCsv: (part: Part) => void };

/** More days than this want the whole width. */
const MANY_DAYS = 45;

export function DayParts({ statistics, asTables, onCsv }: DayPartsProps) {
  const days = openDays(statistics.days);
  const isWide = days.length > MANY_DAYS;
  if (asTables) return <DayTable days={days} onCsv={onCsv} />;
  return (
    <>
      <RequestsADay statistics={statistics} days={days} isWide={isWide} onCsv={onCsv} />
      <WaitsADay statistics={statistics} days={days} isWide={isWide} onCsv={onCsv} />
    </>
  );
}

type DayChartProps = Pick<DayPartsProps, 'statistics' | 'onCsv'> & { days: readonly DayMeasures[]; isWide: boolean };

function RequestsADay({ statistics, days, isWide, onCsv }: DayChartProps) {
  const words = texts.statistics.days;
  const { from, to, totals } = statistics;
  const outlier = outlierOf(days);
  const most =
    outlier === undefined ? '' : words.most(dayWords(outlier.day), outlier.measures.requests, outlier.measures.gaveUp);
  return (
    <StatisticsPart title={words.title} detail={<Key />} part="days" onCsv={onCsv} wide={isWide}>
      <BarChart
        name={words.name(spanWords(from, to), totals.requests, totals.gaveUp, most)}
        outlier={outlier === undefined ? undefined : { key: outlier.day, text: most }}
        bars={days.map(({ day, measures: { requests, gaveUp } }) => ({
          key: day,
          label: dayWords(day, 'tiny'),
          title: words.bar(dayWords(day, 'whole'), requests - gaveUp, gaveUp),
          good: requests - gaveUp,
          bad: gaveUp,
        }))}
      />
    </StatisticsPart>
  );
}

function Key() {
  const words = texts.statistics.days;
  return (
    <span class="chart-key">
      <span>
        <svg width="10" height="10" aria-hidden="true">
          <rect class="chart-bar" width="10" height="10" />
        </svg>
        {words.answered}
      </span>
      <span>
        <svg width="10" height="10" aria-hidden="true">
          <rect class="chart-hatch-ground" width="10" height="10" />
          <path class="chart-key-hatch" d="M0 6 6 0M2 10 10 2" />
        </svg>
        {words.gaveUp}
      </span>
    </span>
  );
}

function WaitsADay({ statistics, days, isWide, onCsv }: DayChartProps) {
  const words = texts.statistics.waits;
  const { from, to, totals } = statistics;
  const minutes = (lengthMs: number | null) => (lengthMs === null ? null : lengthMs / 60_000);
  const [median, nineInTen] = [lengthWords(totals.medianWaitMs), lengthWords(totals.nineInTenWaitMs)];
  return (
    <StatisticsPart title={words.title} detail={words.detail} part="days" onCsv={onCsv} wide={isWide}>
      <LineChart
        name={words.name(spanWords(from, to), median, nineInTen)}
        labels={days.map(({ day }) => dayWords(day, 'tiny'))}
        lines={[
          {
            key: 'first',
            values: days.map(({ measures }) => minutes(measures.medianWaitMs)),
            word: words.median(lengthWords(lastOf(days, 'medianWaitMs'))),
          },
          {
            key: 'second',
            values: days.map(({ measures }) => minutes(measures.nineInTenWaitMs)),
            word: words.nineInTen(lengthWords(lastOf(days, 'nineInTenWaitMs'))),
          },
        ]}
      />
    </StatisticsPart>
  );
}

function lastOf(days: readonly DayMeasures[], measure: 'medianWaitMs' | 'nineInTenWaitMs'): number | null {
  return days.findLast(({ measures }) => measures[measure] !== null)?.measures[measure] ?? null;
}

function DayTable({ days, onCsv }: { days: readonly DayMeasures[]; onCsv: (part: Part) => void }) {
  const { columns, days: words } = texts.statistics;
  const described: TableColumn<DayMeasures>[] = [
    { key: 'day', head: columns.day, isName: true, cell: ({ day }) => dayWords(day, 'whole') },
    { key: 'requests', head: columns.requests, align: 'end', cell: ({ measures }) => measures.requests },
    { key: 'answered', head: columns.answered, align: 'end', cell: ({ measures }) => measures.answered },
    { key: 'gaveUp', head: columns.gaveUp, align: 'end', cell: ({ measures }) => measures.gaveUp },
    { key: 'wait', head: columns.wait, align: 'end', cell: ({ measures }) => lengthWords(measures.medianWaitMs) },
    {
      key: 'nine',
      head: columns.nineInTen,
      align: 'end',
      cell: ({ measures }) => lengthWords(measures.nineInTenWaitMs),
    },
    { key: 'sessions', head: columns.sessions, align: 'end', cell: ({ measures }) => measures.sessions },
    {
      key: 'session',
      head: columns.session,
      align: 'end',
      cell: ({ measures }) => lengthWords(measures.medianSessionMs),
    },
    ...surveyColumns<DayMeasures>(),
  ];
  return (
    <StatisticsPart title={words.title} part="days" onCsv={onCsv} wide flush>
      <Table caption={words.title} columns={described} rows={days} rowKey={({ day }) => day} />
    </StatisticsPart>
  );
}
