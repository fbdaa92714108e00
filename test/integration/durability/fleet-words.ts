/** What a fleet's process is told, and what it tells: many customers and reps at work, on the programs' own code. */
import type { SessionId, Token } from '../../../shared/contract/identifiers.ts';

/** A rep who is signed in already, and how many customers are to be in a session with them. */
export interface RepOfFleet {
  readonly userId: string;
  readonly token: Token;
  readonly customers: number;
}

/** Messages a second in each session. */
export interface Pace {
  customer: number;
  rep: number;
}

export type FleetOrder =
  | { readonly type: 'open'; readonly origin: string; readonly reps: readonly RepOfFleet[] }
  /** Everybody writes at this pace until told otherwise. */
  | { readonly type: 'write'; readonly pace: Pace }
  | { readonly type: 'hush' }
  /** Tells `settled` once nothing is unsent and everybody has the whole log. */
  | { readonly type: 'settle' };

export type FleetNews =
  | { readonly type: 'opened' }
  /** How many messages were acknowledged since the process began; told ten times a second while it changes. */
  | { readonly type: 'acknowledged'; readonly count: number }
  /** Every link was lost once more, or is there again. */
  | { readonly type: 'back'; readonly links: readonly LinkBreak[] }
  | { readonly type: 'settled'; readonly histories: readonly SessionHistory[] }
  | { readonly type: 'failed'; readonly text: string };

/** One break of one link. Moments in milliseconds since 1970. */
export interface LinkBreak {
  readonly who: 'customer' | 'rep';
  readonly lostAt: number;
  readonly openAt: number;
}

/** One message as its writer knows it. */
export interface Written {
  readonly by: 'customer' | 'rep';
  readonly text: string;
  readonly clientId: string;
  readonly invokedAt: number;
  /** How often it was put on the line. */
  readonly sent: number;
  readonly acknowledged: { readonly at: number; readonly seq: number } | null;
}

/** One line of a log as somebody sees it. */
export interface Seen {
  readonly seq: number;
  readonly clientId: string | null;
  readonly text: string | null;
}

export interface SessionHistory {
  readonly session: SessionId;
  /** By it the customer's log can be asked for by somebody else. */
  readonly browserKey: Token;
  readonly written: readonly Written[];
  readonly seenByCustomer: readonly Seen[];
  readonly seenByRep: readonly Seen[];
  /** Sentences about moments in which somebody saw a message twice, or lines that had been there change. */
  readonly blemishes: readonly string[];
}
