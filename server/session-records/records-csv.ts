/** The list of sessions as lines for a spreadsheet. Pure. */
import type { RecordedSession } from '../../shared/contract/session-records.ts';
import { csvLines, csvText } from '../statistics/csv-text.ts';

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

/** With the head line and the byte order mark in the first part. */
export function recordsCsv(sessions: readonly RecordedSession[], isFirst: boolean): string {
  const rows = sessions.map((session) => {
    const { customer, channelName, incident, reason, rep, state, startedAt, endedAt, endReason, id } = session;
    const lengthS = endedAt === null ? null : Math.round((endedAt - startedAt) / 1000);
    return [
      ...[customer, channelName, incident, reason, rep, state],
      new Date(startedAt).toISOString(),
      endedAt === null ? null : new Date(endedAt).toISOString(),
      lengthS,
      endReason,
      id,
    ];
  });
  if (isFirst) return csvText([heads, ...rows]);
  return rows.length === 0 ? '' : csvLines(rows);
}
