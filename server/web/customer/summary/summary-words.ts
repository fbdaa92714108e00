/** The sentences on top of a session summary. Pure. */
import type { SessionSummary } from '../../../../shared/contract/session-log.ts';
import { duration } from '../../../../shared/ui/format-time.ts';
import { texts } from '../../texts/customer-en.ts';
import { firstName } from '../first-name.ts';

const words = texts.summary;
const MINUTE_MS = 60_000;

/** That it is over, and after how many minutes. */
export function summaryTitle({ durationMs }: SessionSummary): string {
  return durationMs < MINUTE_MS ? words.shortTitle : words.title(words.minutes(Math.round(durationMs / MINUTE_MS)));
}

/** Whether the screen was seen and the mouse used, for how long, and that nothing was recorded. */
export function summaryLead({ reps, seenMs, controlledMs }: SessionSummary): string {
  const rep = firstName(reps[0] ?? '');
  if (rep === '') return words.notRecorded;
  const used =
    seenMs === 0
      ? words.notSeen(rep)
      : words.used(rep, duration(seenMs), controlledMs === 0 ? undefined : duration(controlledMs));
  return `${used} ${words.notRecorded}`;
}

/** For how long something was granted. */
export function grantTerm({ at, until }: { readonly at: number; readonly until: number | null }): string {
  return until === null ? words.wholeSession : words.until(Math.max(1, Math.round((until - at) / MINUTE_MS)));
}
