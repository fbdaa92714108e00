/** What a rep looks for in the history, and what the server is asked by it. Pure. */
import * as v from 'valibot';
import { SearchText } from '../../../shared/contract/session-records.ts';

/** The fields as they stand: days such as `2026-11-25`, empty for any. */
export interface HistoryQuestion {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

export const allOfHistory: HistoryQuestion = { text: '', from: '', to: '' };

/** Whole days of this computer, the last one included; `undefined` while the text cannot be searched for. */
export function askedFor({ text, from, to }: HistoryQuestion) {
  const search = v.safeParse(SearchText, text);
  if (!search.success) return undefined;
  return { text: search.output, from: startOf(from, 0), to: startOf(to, 1) };
}

function startOf(day: string, later: number): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const moment = new Date(year, month - 1, date + later).getTime();
  return Number.isNaN(moment) ? null : Math.max(0, moment);
}
