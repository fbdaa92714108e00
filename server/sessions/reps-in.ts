import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { Members } from './member-rules.ts';
import type { SessionRecord } from './session-model.ts';

type WithReps = Pick<SessionRecord, 'owner' | 'guests' | 'ownerLeft'>;

/** The reps who are in a session and hear of everything in it: its owner, unless they left it in line, and guests. */
export function repsIn({ owner, guests = [], ownerLeft }: WithReps): readonly AccountId[] {
  const invited = guests.map(({ account }) => account);
  return ownerLeft === true ? invited : [owner, ...invited];
}

/** Who may look at a session and write about it: the reps in it, and once it has ended its last owner, though they had left it in line. */
export function isMember(record: SessionRecord, account: AccountId): boolean {
  return repsIn(record).includes(account) || (record.projection.ended !== null && record.owner === account);
}

/** Whose session it is at this moment: nobody's while it was left in line. */
export function isOwnedBy({ owner, ownerLeft }: WithReps, account: AccountId): boolean {
  return owner === account && ownerLeft !== true;
}

/** The reps of a session as the rules see them. */
export function membersOf({ owner, guests = [], handsOf = owner }: SessionRecord): Members {
  return { owner, guests, handsOf };
}
