import type { ChosenPresence, Presence } from '../../shared/contract/account.ts';

/** What is known of a rep when their presence is derived. */
export interface RepStanding {
  readonly loggedIn: boolean;
  readonly chosen: ChosenPresence;
  /** Sessions with a customer in them. */
  readonly activeSessions: number;
}

/** A rep who is logged in, with what the distribution of requests goes by. */
export interface RepAtWork extends RepStanding {
  /** When a session of theirs began or ended last, or they came. */
  readonly idleSince: number;
  /** When something was offered to them last; 0 for never. */
  readonly offeredAt: number;
}

/** What others see of a rep. Away wins over Busy, because it was chosen; Busy follows from a live session alone. */
export function derivePresence({ loggedIn, chosen, activeSessions }: RepStanding): Presence {
  if (!loggedIn) return 'offline';
  if (chosen === 'away') return 'away';
  return activeSessions > 0 ? 'busy' : 'online';
}
