/** Statistics as files for a spreadsheet. Pure. */
import type { Measures, Share, Statistics, StatisticsPart } from '../../shared/contract/statistics.ts';
import type { CsvFile } from '../../shared/contract/statistics-operations.ts';
import { csvText } from './csv-text.ts';

type Row = readonly (string | number | null)[];

const measureHeads = [
  'Requests',
  'Answered',
  'Gave up',
  'Answered within a minute',
  'Median wait (s)',
  '9 in 10 waited at most (s)',
  'Sessions',
  'Median session (s)',
  'All sessions (s)',
  'Customers who answered',
  'Content (4 or 5 of 5)',
  'Average face (1 to 5)',
  'Reps who answered',
  'Solved',
] as const;

const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** One part of the statistics, with a head line; lengths in seconds, so that a spreadsheet can go on with them. */
export function statisticsCsv(statistics: Statistics, part: StatisticsPart): CsvFile {
  return {
    fileName: `${part}-${statistics.from}-${statistics.to}.csv`,
    text: csvText(tables[part](statistics)),
  };
}

const tables: Record<StatisticsPart, (statistics: Statistics) => Row[]> = {
  days: ({ days }) => [['Day', ...measureHeads], ...days.map(({ day, measures }): Row => [day, ...measured(measures)])],
  hours: ({ hours }) => [
    ['Day of the week', 'Hour', 'Requests', 'Average'],
    ...hours.map(({ weekday, hour, requests, average }): Row => [
      weekdays[weekday] ?? '',
      hour,
      requests,
      Number(average.toFixed(2)),
    ]),
  ],
  channels: ({ channels }) => shared('Channel', channels),
  groups: ({ groups }) => shared('Group', groups),
  incidents: ({ incidents }) => shared('Incident', incidents),
  reps: ({ reps }) => [
    ['Representative', ...measureHeads, 'Online (s)', 'Busy (s)', 'Away (s)', 'Missed offers'],
    ...reps.map(({ name, measures, onlineMs, busyMs, awayMs, missed }): Row => [
      name,
      ...measured(measures),
      inSeconds(onlineMs),
      inSeconds(busyMs),
      inSeconds(awayMs),
      missed,
    ]),
  ],
};

function shared(head: string, shares: readonly Share[]): Row[] {
  return [[head, ...measureHeads], ...shares.map(({ name, measures }): Row => [name, ...measured(measures)])];
}

function measured(measures: Measures): Row {
  const { requests, answered, gaveUp, quick, medianWaitMs, nineInTenWaitMs } = measures;
  const { sessions, medianSessionMs, totalSessionMs } = measures;
  const { faces, content, averageFace, judged, solved } = measures;
  return [
    requests,
    answered,
    gaveUp,
    quick,
    inSeconds(medianWaitMs),
    inSeconds(nineInTenWaitMs),
    sessions,
    inSeconds(medianSessionMs),
    inSeconds(totalSessionMs),
    faces,
    content,
    averageFace === null ? null : Number(averageFace.toFixed(2)),
    judged,
    solved,
  ];
}

function inSeconds(lengthMs: number | null): number | null {
  return lengthMs === null ? null : Math.round(lengthMs / 1000);
}
