import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { GuestHands } from '../../shared/contract/member.ts';
import type { SessionHead } from '../../shared/contract/session.ts';

/** What a rep is in a session. */
export interface MyPart {
  readonly isOwner: boolean;
  /** As a guest; the owner may do everything. */
  readonly hands: GuestHands;
  /** Whether mouse and keyboard, where they are granted, are this rep's. */
  readonly hasHands: boolean;
  /** Who has them, by name. */
  readonly holder: string;
}

/** Reads it from the head. Who is not known in it counts as its owner, as in every session that has one rep. Pure. */
export function myPart(
  { owner, guests = [], handsOf = owner.account }: SessionHead,
  me: AccountId | undefined,
): MyPart {
  const own = guests.find(({ account }) => account === me);
  const holder = guests.find(({ account }) => account === handsOf) ?? owner;
  return {
    isOwner: own === undefined,
    hands: own?.hands ?? 'control',
    hasHands: own === undefined ? handsOf === owner.account : handsOf === me,
    holder: holder.displayName,
  };
}
