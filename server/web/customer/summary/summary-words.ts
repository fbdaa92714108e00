/** The sentences on top of a session summary. Pure. */
import type { ControlDevices } from '../../../../shared/contract/consent.ts';
import type { SessionSummary } from '../../../../shared/contract/session-log.ts';
import { duration } from '../../../../shared/ui/format-time.ts';
import { texts } from '../../texts/customer.ts';
import { toolTexts } from '../../texts/customer-tools.ts';
import { firstName } from '../first-name.ts';

const words = texts.summary;
const MINUTE_MS = 60_000;

/** That it is over, and after how many minutes. */
export function summaryTitle({ durationMs }: SessionSummary): string {
  return durationMs < MINUTE_MS ? words.shortTitle : words.title(words.minutes(Math.round(durationMs / MINUTE_MS)));
}

/**
 * Whether the screen was seen and which hands were used, for how long, and what was recorded. A session that went
 * from one rep to another says so of nobody: the times are those of all of them.
 */
export function summaryLead({ reps, seenMs, controlledMs, grants, isRecorded }: SessionSummary): string {
  const rep = firstName(reps[0] ?? '');
  const recorded = isRecorded ? toolTexts.recorded.wasRecorded : words.notRecorded;
  if (rep === '') return recorded;
  const hands = controlledMs === 0 ? undefined : { devices: usedHands(grants), time: duration(controlledMs) };
  const { notSeen, used } = reps.length === 1 ? words.byOne(rep) : words.bySeveral;
  return `${seenMs === 0 ? notSeen : used(duration(seenMs), hands)} ${recorded}`;
}

/** The hands of all that was lent and used. */
function usedHands(grants: SessionSummary['grants']): ControlDevices {
  const lent = grants.filter(({ scope, usedMs }) => scope === 'control' && usedMs > 0);
  const [first = 'both', ...others] = lent.map(({ devices }) => devices);
  return others.every((devices) => devices === first) ? first : 'both';
}

/** For how long something was granted. */
export function grantTerm({ at, until }: { readonly at: number; readonly until: number | null }): string {
  return until === null ? words.wholeSession : words.until(Math.max(1, Math.round((until - at) / MINUTE_MS)));
}
