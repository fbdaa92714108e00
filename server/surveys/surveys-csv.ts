/** Customers' answers as lines for a spreadsheet. Pure. */
import type { SurveyLine } from '../../shared/contract/survey.ts';
import { csvText } from '../statistics/csv-text.ts';
import { momentIn } from '../statistics/periods.ts';

const heads = ['Answered', 'Face (1 to 5)', 'Words', 'Solved', 'Representative', 'Channel', 'Incident', 'Session'];

/** With the head line; times are those of the zone, and say how far they are from UTC. */
export function surveysCsv(lines: readonly SurveyLine[], zone: string): string {
  const rows = lines.map(({ at, face, comment, solved, rep, channelName, incident, session }) => {
    return [momentIn(zone, at), face, comment, solved, rep, channelName, incident, session];
  });
  return csvText([heads, ...rows]);
}
