/** What the customers and reps of a rush saw, at their own ends of the links. Moments in milliseconds, as the server counts them. */
import type { Priority } from '../../../shared/contract/queue-settings.ts';

export interface SeenCustomer {
  readonly name: string;
  readonly channel: string;
  readonly askedAt: number;
  /** When the server said that they are in line. */
  readonly inLineAt: number;
  /** Said by a rep after that; `doneAt` is the answer. */
  readonly pressed?: { readonly priority: Priority; readonly sentAt: number; readonly doneAt: number };
  /** Whether they gave up, or tried to. */
  readonly gaveUp: boolean;
  /** The sessions that their page was told of. */
  readonly sessions: readonly string[];
  /** What the page is told when it is opened once more at the end. */
  readonly at: string;
}

/** A request put before a rep. */
export interface SeenOffer {
  readonly offer: string;
  readonly rep: string;
  readonly heardAt: number;
  /** The last moment at which something was sent that made it possible: the customer asked, or the rep became free. */
  readonly possibleAt: number;
}

export interface SeenClaim {
  readonly request: string;
  readonly rep: string;
  /** The session it was won with, or the code of the refusal. */
  readonly outcome: { readonly session: string } | { readonly refused: string };
}

export interface SeenRush {
  readonly customers: readonly SeenCustomer[];
  readonly offers: readonly SeenOffer[];
  readonly claims: readonly SeenClaim[];
  /** From the first who asked to the last who was served. */
  readonly lastedMs: number;
}

/** The machine's time with fractions, which never goes back. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}
