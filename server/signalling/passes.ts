/** Who may open a signalling link under which id: single-use tickets, good for half a minute. */
import { timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { PeerId } from '../../shared/contract/identifiers.ts';
import type { AccountId, SessionId, Ticket } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { BrowserId } from '../edge/links.ts';
import { hashSecret, newTicket, randomBase32 } from '../secrets/random.ts';

export const passLifeMs = 30_000;
/** Unused passes of one session at a time; more is a program that has gone wrong. */
const mostUnused = 32;

/**
 * Whose link it is. Within one session messages pass between the host and the viewers of its screen, and between the
 * customer's page and the rep's end of a call. A page reaches no host, and nobody reaches their own side.
 */
export type Party =
  | { readonly session: SessionId; readonly role: 'host' }
  | { readonly session: SessionId; readonly role: 'viewer'; readonly account: AccountId }
  | { readonly session: SessionId; readonly role: 'page'; readonly browser: BrowserId }
  | { readonly session: SessionId; readonly role: 'viewer-call'; readonly account: AccountId };

export interface Pass {
  readonly peer: PeerId;
  readonly party: Party;
  readonly expiresAt: number;
}

export type Admission =
  | { readonly outcome: 'admitted'; readonly pass: Pass }
  /** The right ticket, but it has been used: the id is taken until its time is over. */
  | { readonly outcome: 'used' }
  | { readonly outcome: 'refused' };

/** Whether two links are of the same people, for the same thing. */
export function isSameParty(one: Party, other: Party): boolean {
  if (one.session !== other.session || one.role !== other.role) return false;
  if ('account' in one && 'account' in other) return one.account === other.account;
  if ('browser' in one && 'browser' in other) return one.browser === other.browser;
  return true;
}

export interface Passes {
  /** @throws AppError `too-many-tries` when a session has too many unused ones */
  issue(party: Party): { pass: Pass; ticket: Ticket };
  /** Uses a pass up. Ids and tickets are what came from outside. */
  admit(peer: string, ticket: string): Admission;
  /** The party that an id was made for and has not come yet. */
  expected(peer: string): Party | undefined;
  /** Forgets those whose time is over, and gives those of them that nobody used. */
  sweep(): PeerId[];
  revoke(belongs: (party: Party) => boolean): void;
}

export function createPasses(clock: Clock): Passes {
  const passes = new Map<string, Pass & { readonly ticketHash: Buffer; isUsed: boolean }>();
  const isOver = (pass: Pass) => pass.expiresAt <= clock.now();

  return {
    issue(party) {
      const unused = [...passes.values()].filter((pass) => !pass.isUsed && pass.party.session === party.session);
      if (unused.length >= mostUnused) throw new AppError('too-many-tries');
      const peer = v.parse(PeerId, `p${randomBase32()}`);
      const ticket = newTicket();
      const pass = { peer, party, expiresAt: clock.now() + passLifeMs };
      passes.set(peer, { ...pass, ticketHash: Buffer.from(hashSecret(ticket)), isUsed: false });
      return { pass, ticket };
    },
    admit(peer, ticket) {
      const pass = passes.get(peer);
      if (pass === undefined || isOver(pass)) return { outcome: 'refused' };
      if (!timingSafeEqual(Buffer.from(hashSecret(ticket)), pass.ticketHash)) return { outcome: 'refused' };
      if (pass.isUsed) return { outcome: 'used' };
      pass.isUsed = true;
      return { outcome: 'admitted', pass };
    },
    expected(peer) {
      const pass = passes.get(peer);
      return pass === undefined || pass.isUsed || isOver(pass) ? undefined : pass.party;
    },
    sweep() {
      const over = [...passes.values()].filter(isOver);
      for (const { peer } of over) passes.delete(peer);
      return over.filter(({ isUsed }) => !isUsed).map(({ peer }) => peer);
    },
    revoke(belongs) {
      for (const [peer, { party }] of passes) if (belongs(party)) passes.delete(peer);
    },
  };
}
