/** Who is in a session and may do what, and how that changes. Each rule gives the new state or throws what to tell. Pure. */
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { GuestHands } from '../../shared/contract/member.ts';

export interface Guest {
  readonly account: AccountId;
  readonly hands: GuestHands;
}

/** The reps of a session. */
export interface Members {
  readonly owner: AccountId;
  readonly guests: readonly Guest[];
  /** Who has mouse and keyboard, where the customer grants them. */
  readonly handsOf: AccountId;
}

/** More people than that help nobody. */
export const mostGuests = 8;

/** A rep comes in as a guest. Whoever is in already may only be allowed more. */
export function withGuest(members: Members, guest: Guest): Members {
  if (guest.account === members.owner) throw new AppError('already-exists', { text: 'This session is theirs.' });
  const others = members.guests.filter(({ account }) => account !== guest.account);
  if (others.length >= mostGuests)
    throw new AppError('at-capacity', { text: `There are ${mostGuests} guests already. Remove one first.` });
  return { ...members, guests: [...others, guest] };
}

/** A guest goes; mouse and keyboard fall back to the owner. */
export function withoutGuest(members: Members, account: AccountId): Members {
  if (!members.guests.some((guest) => guest.account === account))
    throw new AppError('not-found', { text: 'They are not in this session (any more).' });
  return {
    ...members,
    guests: members.guests.filter((guest) => guest.account !== account),
    handsOf: members.handsOf === account ? members.owner : members.handsOf,
  };
}

/** Another rep owns it from now on, and has the hands. The one of before goes, or stays as a guest with what they could do. */
export function ownedNext(
  members: Members,
  { from, to, stays }: { readonly from: AccountId; readonly to: AccountId; readonly stays: boolean },
): Members {
  if (members.owner !== from) throw new AppError('not-found', { text: 'It is with somebody else by now.' });
  const others = members.guests.filter(({ account }) => account !== to && account !== from);
  const guests = stays && from !== to ? [...others, { account: from, hands: 'control' as const }] : others;
  return { owner: to, guests, handsOf: to };
}

/** The owner gives the hands to a guest who may have them, or takes them; a guest who has them gives them back. */
export function handsTo(members: Members, by: AccountId, to: AccountId): Members {
  const isOwner = by === members.owner;
  const givesBack = by === members.handsOf && to === members.owner;
  if (!isOwner && !givesBack)
    throw new AppError('not-allowed', { text: 'Mouse and keyboard are the owner’s to give. Ask for them.' });
  if (members.handsOf === to) throw new AppError('already-exists', { text: 'They have them already.' });
  const guest = members.guests.find(({ account }) => account === to);
  if (to !== members.owner && guest?.hands !== 'control')
    throw new AppError('not-allowed', { text: 'They are in this session to look on only.' });
  return { ...members, handsOf: to };
}
