/** The list of sessions as lines for a spreadsheet. Pure. */
import type { RecordedSession } from '../../shared/contract/session-records.ts';
import { csvLines, csvText } from '../statistics/csv-text.ts';
import { momentIn } from '../statistics/periods.ts';

const heads = [
  'Customer',
  'Channel',
  'Incident',
  'Reason',
  'Representative',
  'State',
  'Began',
  'Ended',
  'Length (s)',
  'End',
  'Session',
];

/** With the head line and the byte order mark in the first part. Times are those of the zone, and say how far they are from UTC. */
export function recordsCsv(sessions: readonly RecordedSession[], isFirst: boolean, zone: string): string {
  const rows = sessions.map((session) => {
    const { customer, channelName, incident, reason, rep, state, startedAt, endedAt, endReason, id } = session;
    const lengthS = endedAt === null ? null : Math.round((endedAt - startedAt) / 1000);
    return [
      ...[customer, channelName, incident, reason, rep, state],
      momentIn(zone, startedAt),
      endedAt === null ? null : momentIn(zone, endedAt),
      lengthS,
      endReason,
      id,
    ];
  });
  if (isFirst) return csvText([heads, ...rows]);
  return rows.length === 0 ? '' : csvLines(rows);
}
