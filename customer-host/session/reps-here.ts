/** Which reps are in the session and whose mouse and keyboard are let through, as the log tells it. Pure. */
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { Company } from '../texts/banner-en.ts';

export interface RepsHere {
  /** The one rep whose hands count. */
  readonly holder: AccountId;
  /** Set when somebody else than before the last entry owns the session. */
  readonly newOwner: string | undefined;
  /** Who is here beside the owner, and who has the hands, for the words of the banner. */
  readonly company: Company;
  hasHands(rep: AccountId): boolean;
  isIn(rep: AccountId): boolean;
  isOwner(rep: AccountId): boolean;
  /** After one more entry. */
  after(entry: LogEntry): RepsHere;
  /** As the server says anew, whatever was told before. */
  as(head: WhoIsHere): RepsHere;
}

/** What a session's head says of its reps. */
export type WhoIsHere = Pick<SessionHead, 'owner' | 'guests' | 'handsOf'>;

interface Person {
  readonly account: AccountId;
  readonly name: string;
}

interface Standing {
  readonly owner: Person;
  readonly guests: readonly Person[];
  readonly holder: AccountId;
}

/** As a session's head says when the host comes in; every later change is an entry of the log, and in the head of each later welcome. */
export function repsHere(head: WhoIsHere): RepsHere {
  return from(standingOf(head));
}

function standingOf({ owner, guests = [], handsOf }: WhoIsHere): Standing {
  const person = ({ account, displayName: name }: SessionHead['owner']): Person => ({ account, name });
  return { owner: person(owner), guests: guests.map(person), holder: handsOf ?? owner.account };
}

function from(standing: Standing, newOwner?: string): RepsHere {
  const { owner, guests, holder } = standing;
  const next = (then: Standing) => from(then, then.owner.account === owner.account ? undefined : then.owner.name);
  return {
    holder,
    newOwner,
    company: {
      others: guests.map(({ name }) => name),
      hands: guests.find(({ account }) => account === holder)?.name,
    },
    hasHands: (rep) => rep === holder,
    isIn: (rep) => [owner, ...guests].some(({ account }) => account === rep),
    isOwner: (rep) => rep === owner.account,
    after: (entry) => next(standingAfter(standing, entry)),
    as: (head) => next(standingOf(head)),
  };
}

function standingAfter(standing: Standing, entry: LogEntry): Standing {
  const { owner, guests } = standing;
  const by = entry.by.account === undefined ? undefined : { account: entry.by.account, name: entry.by.name };
  switch (entry.kind) {
    case 'joined':
      if (by === undefined || entry.role === 'customer') return standing;
      if (entry.role === 'rep') return ownedBy(by, without(guests, by.account));
      return by.account === owner.account ? standing : { ...standing, guests: [...without(guests, by.account), by] };
    case 'rep-left':
      return {
        ...standing,
        guests: without(guests, entry.account),
        holder: standing.holder === entry.account ? owner.account : standing.holder,
      };
    case 'handed-over': {
      if (by === undefined) return standing;
      const others = without(without(guests, by.account), entry.account);
      const stays = entry.stays && entry.account !== by.account;
      return ownedBy(by, stays ? [...others, { account: entry.account, name: entry.from }] : others);
    }
    case 'hands-given':
      return { ...standing, holder: entry.account };
    default:
      return standing;
  }
}

function ownedBy(owner: Person, guests: readonly Person[]): Standing {
  return { owner, guests, holder: owner.account };
}

function without(guests: readonly Person[], rep: AccountId): Person[] {
  return guests.filter(({ account }) => account !== rep);
}
