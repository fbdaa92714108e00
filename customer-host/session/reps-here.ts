/** Which reps are in the session and whose mouse and keyboard are let through, as the log tells it. Pure. */
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';

export interface RepsHere {
  /** The one rep whose hands count. */
  readonly holder: AccountId;
  /** Set when somebody else than before the last entry owns the session. */
  readonly ownerName: string | undefined;
  hasHands(rep: AccountId): boolean;
  isIn(rep: AccountId): boolean;
  /** After one more entry. */
  after(entry: LogEntry): RepsHere;
}

interface Standing {
  readonly owner: AccountId;
  readonly guests: readonly AccountId[];
  readonly holder: AccountId;
}

/** As a session's head says when the host comes in; every later change is an entry of the log. */
export function repsHere({ owner, guests = [], handsOf }: Pick<SessionHead, 'owner' | 'guests' | 'handsOf'>): RepsHere {
  return from({
    owner: owner.account,
    guests: guests.map(({ account }) => account),
    holder: handsOf ?? owner.account,
  });
}

function from(standing: Standing, ownerName?: string): RepsHere {
  const { owner, guests, holder } = standing;
  return {
    holder,
    ownerName,
    hasHands: (rep) => rep === holder,
    isIn: (rep) => rep === owner || guests.includes(rep),
    after(entry) {
      const next = standingAfter(standing, entry);
      return from(next, next.owner === owner ? undefined : entry.by.name);
    },
  };
}

function standingAfter(standing: Standing, entry: LogEntry): Standing {
  const { owner, guests } = standing;
  const by = entry.by.account;
  switch (entry.kind) {
    case 'joined':
      if (by === undefined || entry.role === 'customer') return standing;
      if (entry.role === 'guest') return { ...standing, guests: by === owner ? guests : [...without(guests, by), by] };
      return { owner: by, guests: without(guests, by), holder: by };
    case 'rep-left':
      return {
        ...standing,
        guests: without(guests, entry.account),
        holder: standing.holder === entry.account ? owner : standing.holder,
      };
    case 'handed-over': {
      if (by === undefined) return standing;
      const others = without(without(guests, by), entry.account);
      return {
        owner: by,
        guests: entry.stays && entry.account !== by ? [...others, entry.account] : others,
        holder: by,
      };
    }
    case 'hands-given':
      return { ...standing, holder: entry.account };
    default:
      return standing;
  }
}

function without(guests: readonly AccountId[], rep: AccountId): AccountId[] {
  return guests.filter((guest) => guest !== rep);
}
