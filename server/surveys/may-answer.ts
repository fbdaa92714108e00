/** Until when a survey can be answered. Pure. */
import { AppError } from '../../shared/contract/errors.ts';
import type { SessionRecord } from '../sessions/session-model.ts';

/** After that nobody remembers, and the day for which the answer would count is added up. */
export const answersWithinMs = 24 * 60 * 60_000;

type Ended = Pick<SessionRecord, 'state' | 'endedAt' | 'dismissed'>;

/** Whether the customer may answer, or answer otherwise: while the summary stands. */
export function customerMayAnswer({ state, endedAt, dismissed }: Ended, now: number): boolean {
  return state === 'ended' && endedAt !== null && !dismissed && now - endedAt < answersWithinMs;
}

/** The rep may as well later, from the history. @throws AppError */
export function mustBeOver({ state }: Pick<SessionRecord, 'state'>): void {
  if (state !== 'ended') throw new AppError('not-allowed', { text: 'This session has not ended yet.' });
}
