/** One customer's data: found, handed out, erased. */
import type { CustomerDataKind, Erased } from '../../../shared/contract/customer-data.ts';
import { count } from './count.ts';

export const customerTexts = {
  title: 'Customer data',
  search: 'Name, e-mail or phone number',
  searchHint: 'Each word begins one of a name, an address or a number. What you look for is not written down.',
  look: 'Look',
  looking: 'Looking…',
  intro:
    'A customer may ask what is kept of them, or want it erased. Look for them here: in sessions with their logs, requests, reservations, invitations and trust.',
  nothing: 'Nothing is kept under these words.',
  more: 'There are more than can be shown. Add a word: the e-mail or the whole name.',
  caption: 'What is kept',
  heads: {
    chosen: 'Chosen',
    kind: 'Kept as',
    name: 'Customer',
    reach: 'E-mail, phone',
    about: 'About',
    at: (zone: string) => `When (${zone})`,
  },
  kinds: {
    session: 'Session and its log',
    request: 'Request',
    reservation: 'Reservation',
    invitation: 'Invitation',
    trust: 'Trust',
  } satisfies Record<CustomerDataKind, string>,
  choose: (kind: string, name: string) => `${kind} of ${name}`,
  live: 'lasts still',
  chosen: (chosen: number, all: number) =>
    `${chosen} of ${all} chosen. Take out what belongs to somebody else of this name.`,
  save: 'Export as JSON',
  saving: (done: number, all: number) => `${done} of ${all}…`,
  saved: 'The file is saved. It holds what people wrote: hand it on safely.',
  erase: 'Erase…',
  eraseLive:
    'Something of this customer lasts still: a session, a place in line, a reservation or an invitation. End it first.',
  ask: {
    title: (items: number) => `Erase what is kept in ${count(items, 'place', 'places')}?`,
    goes: 'Gone for good: the logs with every message, name, e-mail, phone number, reasons and messages, reservations, invitations, trust, and what tells this browser from others.',
    stays:
      'What stays: that there was a session or request, when, in which channel, with which rep and how long, so that statistics do not change. The audit trail says that you erased something, and not of whom.',
    backups:
      'Backups made before hold it still. Remove them when they are due, and erase again after bringing one back.',
    keep: 'Keep it',
    act: 'Erase for good',
    acting: 'Erasing…',
  },
  erased: ({ sessions, logEntries, requests, reservations, invitations, trusts }: Erased) =>
    `Erased: ${[
      count(sessions, 'session', 'sessions'),
      count(logEntries, 'log entry', 'log entries'),
      count(requests, 'request', 'requests'),
      count(reservations, 'reservation', 'reservations'),
      count(invitations, 'invitation', 'invitations'),
      count(trusts, 'trust', 'trusts'),
    ].join(', ')}.`,
} as const;
