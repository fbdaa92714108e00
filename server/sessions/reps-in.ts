import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { SessionRecord } from './session-model.ts';

/** The reps who are in a session and hear of everything in it: its owner. */
export function repsIn({ owner }: Pick<SessionRecord, 'owner'>): readonly AccountId[] {
  return [owner];
}
