/** By hour, channel, incident and representative. */
import type { HourOfWeek, RepShare, Share, StatisticsPart as Part } from '../../../../shared/contract/statistics.ts';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { Table } from '../../../../shared/ui/table.tsx';
import type { TableColumn } from '../../../../shared/ui/table.tsx';
import { texts } from '../../texts/admin-en.ts';
import { HeatTable } from './charts/heat-table.tsx';
import { InlineBar } from './charts/inline-bar.tsx';
import { hoursWords, lengthWords, roundAverage } from './measure-words.ts';
import { StatisticsPart } from './statistics-part.tsx';
import { contentColumn, surveyColumns } from './survey-words.ts';

type OnCsv = (part: Part) => void;

/** When customers ask: a table of hours, the darker the more. */
export function HourPart({ hours, onCsv, wide }: { hours: readonly HourOfWeek[]; onCsv: OnCsv; wide?: boolean }) {
  const words = texts.statistics.hours;
  const most = hours.toSorted((one, other) => other.average - one.average)[0];
  if (most === undefined) return null;
  const busiest = words.busiest(words.weekdaysWhole[most.weekday] ?? '', most.hour, roundAverage(most.average));
  return (
    <StatisticsPart title={words.title} detail={words.detail} part="hours" onCsv={onCsv} wide={wide}>
      <HeatTable name={words.name(busiest)} hours={hours} />
    </StatisticsPart>
  );
}

type SharePartProps = {
  part: 'channels' | 'groups' | 'incidents';
  shares: readonly Share[];
  onCsv: OnCsv;
  wide?: boolean | undefined;
  /** As a table only, without bars and with more columns. */
  asTables: boolean;
};

/** By channel or incident, with bars inside the table. */
export function SharePart({ part, shares, onCsv, wide, asTables }: SharePartProps) {
  const words = texts.statistics[part];
  const { columns } = texts.statistics;
  const size = ({ measures }: Share) => Math.max(measures.requests, measures.sessions);
  const most = Math.max(0, ...shares.map(size));
  const isAnswered = shares.some(({ measures }) => measures.faces > 0);
  const closer: TableColumn<Share>[] = [
    { key: 'answered', head: columns.answered, align: 'end', cell: ({ measures }) => measures.answered },
    { key: 'gaveUp', head: columns.gaveUp, align: 'end', cell: ({ measures }) => measures.gaveUp },
    { key: 'wait', head: columns.wait, align: 'end', cell: ({ measures }) => lengthWords(measures.medianWaitMs) },
  ];
  const bars: TableColumn<Share> = {
    key: 'share',
    head: columns.compared,
    isHeadUnseen: true,
    cell: (share) => <InlineBar value={size(share)} most={most} />,
  };
  const described: TableColumn<Share>[] = [
    { key: 'name', head: words.head, isName: true, cell: ({ name }) => <OutsideText text={name} /> },
    { key: 'requests', head: columns.requests, align: 'end', cell: ({ measures }) => measures.requests },
    ...(asTables ? closer : []),
    { key: 'sessions', head: columns.sessions, align: 'end', cell: ({ measures }) => measures.sessions },
    ...(asTables ? [] : [bars]),
    {
      key: 'session',
      head: columns.session,
      align: 'end',
      cell: ({ measures }) => lengthWords(measures.medianSessionMs),
    },
    ...(asTables ? surveyColumns<Share>() : isAnswered ? [contentColumn<Share>()] : []),
  ];
  return (
    <StatisticsPart title={words.title} detail={words.detail} part={part} onCsv={onCsv} wide={wide} flush>
      <Table caption={words.title} columns={described} rows={shares} rowKey={({ id }) => id ?? ''} />
    </StatisticsPart>
  );
}

/** Who answered how much, and how long they were there. */
export function RepPart({ reps, onCsv }: { reps: readonly RepShare[]; onCsv: OnCsv }) {
  const words = texts.statistics.reps;
  const { columns } = texts.statistics;
  const most = Math.max(0, ...reps.map(({ measures }) => measures.sessions));
  const described: TableColumn<RepShare>[] = [
    { key: 'name', head: words.head, isName: true, cell: ({ name }) => <OutsideText text={name} /> },
    { key: 'sessions', head: columns.sessions, align: 'end', cell: ({ measures }) => measures.sessions },
    {
      key: 'share',
      head: columns.compared,
      isHeadUnseen: true,
      cell: ({ measures }) => <InlineBar value={measures.sessions} most={most} />,
    },
    {
      key: 'session',
      head: columns.session,
      align: 'end',
      cell: ({ measures }) => lengthWords(measures.medianSessionMs),
    },
    {
      key: 'all',
      head: columns.allSessions,
      align: 'end',
      cell: ({ measures }) => hoursWords(measures.totalSessionMs),
    },
    { key: 'wait', head: columns.wait, align: 'end', cell: ({ measures }) => lengthWords(measures.medianWaitMs) },
    { key: 'missed', head: columns.missed, align: 'end', cell: ({ missed }) => missed },
    { key: 'online', head: columns.online, align: 'end', cell: ({ onlineMs }) => hoursWords(onlineMs) },
    { key: 'busy', head: columns.busy, align: 'end', cell: ({ busyMs }) => hoursWords(busyMs) },
    { key: 'away', head: columns.away, align: 'end', cell: ({ awayMs }) => hoursWords(awayMs) },
    ...surveyColumns<RepShare>(),
  ];
  return (
    <StatisticsPart title={words.title} detail={words.detail} part="reps" onCsv={onCsv} wide flush>
      <Table caption={words.title} columns={described} rows={reps} rowKey={({ id }) => id ?? ''} />
    </StatisticsPart>
  );
}
