import { clockTime } from '../../../shared/ui/format-time.ts';

/** When a file was changed, as `2026-11-30 22:41`: it lines up and sorts as it reads. */
export function changedText(atMs: number, timeZone?: string): string {
  const at = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', ...(timeZone === undefined ? {} : { timeZone }) });
  return `${at.format(atMs)} ${clockTime(atMs, { timeZone })}`;
}
