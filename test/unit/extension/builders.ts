/** Data for the extension's tests: each test says only what matters to it. */
import * as v from 'valibot';
import {
  AccountId,
  ChannelId,
  ClientEntryId,
  OfferId,
  RequestId,
  ReservationId,
  SessionId,
  Token,
} from '../../../shared/contract/identifiers.ts';
import type { Offer } from '../../../shared/contract/offer-operations.ts';
import type { Reservation } from '../../../shared/contract/reservation.ts';
import type { SessionHead } from '../../../shared/contract/session.ts';
import type { LogEntry, SessionSummary } from '../../../shared/contract/session-log.ts';
import type { WaitingRequest } from '../../../shared/contract/support-request.ts';
import type { Desk, OpenSession } from '../../../extension/port/view-state.ts';

const id = (word: string) => word.padEnd(22, '0').slice(0, 22);
export const session = (word = 'session') => v.parse(SessionId, id(word));
export const requestId = (word = 'request') => v.parse(RequestId, id(word));
export const reservationId = (word = 'reservation') => v.parse(ReservationId, id(word));
export const channelId = (word = 'channel') => v.parse(ChannelId, id(word));
export const accountId = (word = 'ines') => v.parse(AccountId, id(word));
export const clientId = (word = 'client') => v.parse(ClientEntryId, id(word));
export const token = (word = 'token') => v.parse(Token, word.padEnd(43, '0'));

export const ines = { account: accountId(), displayName: 'Ines', picture: null };

export function aRequest(some: Partial<WaitingRequest> = {}): WaitingRequest {
  return {
    id: requestId(),
    channel: channelId(),
    channelName: 'Printing',
    name: 'Marta Kowalenko',
    email: '',
    phone: '',
    reason: 'Nothing comes out of the printer',
    message: '',
    createdAt: 1000,
    priority: 'normal',
    lostBy: null,
    offeredTo: null,
    position: 1,
    ...some,
  };
}

/** Marta asks to be called back as soon as possible. */
export function aReservation(some: Partial<Reservation> = {}): Reservation {
  return {
    id: reservationId(),
    channel: channelId(),
    channelName: 'Printing',
    name: 'Marta Kowalenko',
    email: '',
    phone: '+1 555 0142',
    reason: 'Nothing comes out of the printer',
    message: '',
    createdAt: 1000,
    wishedAt: null,
    due: false,
    missed: 0,
    lastMissedAt: null,
    calling: null,
    ...some,
  };
}

/** Marta's request, put before Ines. */
export function anOffer(some: Partial<Offer> = {}): Offer {
  return { id: v.parse(OfferId, id('offer')), request: requestId(), madeAt: 1000, dueAt: 21_000, ...some };
}

export function aHead(some: Partial<SessionHead> = {}): SessionHead {
  return {
    id: session(),
    state: 'live',
    customer: { name: 'Marta Kowalenko', email: '', phone: '', present: true },
    channelName: 'Printing',
    reason: 'Nothing comes out of the printer',
    owner: ines,
    ownerMissing: null,
    startedAt: 0,
    endedAt: null,
    lastSeq: 0,
    read: { customer: 0, reps: 0 },
    screen: 'none',
    ask: null,
    consents: [],
    facts: null,
    code: null,
    ...some,
  };
}

export function anOpenSession(some: Partial<SessionHead> = {}): OpenSession {
  return { head: aHead(some), summary: null };
}

const author = {
  customer: { kind: 'customer', name: 'Marta Kowalenko' },
  rep: { kind: 'rep', name: 'Ines', account: accountId() },
} as const;

type Body = { [Kind in LogEntry['kind']]: Omit<Extract<LogEntry, { kind: Kind }>, keyof Common> }[LogEntry['kind']];
type Common = Pick<LogEntry, 'session' | 'seq' | 'at' | 'by' | 'audience' | 'clientId'>;

/** One entry of the log; `at` follows `seq` by a second each unless said. */
export function anEntry(seq: number, body: Body, some: Partial<Common> = {}): LogEntry {
  const common = {
    session: session(),
    seq,
    at: seq * 1000,
    by: author.customer,
    audience: 'all',
    clientId: null,
  } as const;
  return { ...common, ...body, ...some };
}

/** The customer says something. */
export function says(seq: number, text: string, some: Partial<Common> = {}): LogEntry {
  return anEntry(seq, { kind: 'chat', text }, some);
}

/** Ines says something. */
export function inesSays(seq: number, text: string, some: Partial<Common> = {}): LogEntry {
  return anEntry(seq, { kind: 'chat', text }, { by: author.rep, ...some });
}

export function aDesk(some: Partial<Desk> = {}): Desk {
  return {
    origin: 'https://help.example',
    organisation: { name: 'Ostervale IT' },
    account: {
      id: accountId(),
      userId: 'ines',
      fullName: 'Ines Moreau',
      displayName: 'Ines',
      email: '',
      role: 'representative',
      disabled: false,
      picture: null,
      channels: [channelId()],
      capacity: null,
      createdAt: 0,
      lastSeenAt: null,
      group: null,
      leads: [],
    },
    presence: 'online',
    awayBecause: null,
    offer: null,
    channels: [],
    clockOffsetMs: 0,
    codesGuardedUntil: null,
    readOnly: false,
    rights: [],
    asks: [],
    ...some,
  };
}

export function aSummary(some: Partial<SessionSummary> = {}): SessionSummary {
  return {
    session: session(),
    customer: 'Marta Kowalenko',
    reps: ['Ines'],
    channel: 'Printing',
    reason: '',
    startedAt: 0,
    endedAt: 60_000,
    durationMs: 60_000,
    endedBy: 'rep',
    endReason: 'finished',
    grants: [],
    seenMs: 0,
    controlledMs: 0,
    messages: 0,
    files: { fromCustomer: 0, fromReps: 0 },
    launches: 0,
    tools: [],
    isRecorded: false,
    facts: null,
    removal: null,
    ...some,
  };
}
