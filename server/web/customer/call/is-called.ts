import type { SessionHead } from '../../../../shared/contract/session.ts';

/** Whether the rep asks to talk at this moment. */
export function isCalled({ call }: Pick<SessionHead, 'call'>): boolean {
  return call?.askedBy === 'rep' && call.since === null;
}
