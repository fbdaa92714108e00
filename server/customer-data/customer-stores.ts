/** Where something of customers is kept, and how it is found: through an index, never by looking at everything. */
import type { Connection } from 'mongoose';
import type { CustomerDataKind, CustomerItem } from '../../shared/contract/customer-data.ts';
import { mostCustomerItems } from '../../shared/contract/customer-data.ts';
import { wordsIn } from '../../shared/contract/session-records.ts';
import type { OfferModel } from '../distribution/offer-model.ts';
import { invitationModel } from '../invitations/invitation-model.ts';
import type { RequestModel } from '../queue/request-model.ts';
import type { ReservationModel } from '../reservations/reservation-model.ts';
import { findSessions, rarestFirst } from '../session-records/find-sessions.ts';
import type { SessionModel } from '../sessions/session-model.ts';
import { trustModel } from '../trusts/trust-model.ts';

export interface CustomerStores {
  readonly sessions: SessionModel;
  readonly requests: RequestModel;
  readonly offers: OfferModel;
  readonly reservations: ReservationModel;
  readonly invitations: ReturnType<typeof invitationModel>;
  readonly trusts: ReturnType<typeof trustModel>;
}

export function customerStores(
  connection: Connection,
  models: Pick<CustomerStores, 'sessions' | 'requests' | 'offers' | 'reservations'>,
): CustomerStores {
  const { sessions, requests, offers, reservations } = models;
  return {
    sessions,
    requests,
    offers,
    reservations,
    invitations: invitationModel(connection),
    trusts: trustModel(connection),
  };
}

/** One more than is shown says that there are more. */
const limit = mostCustomerItems + 1;

/** What each kind has of whom is looked for, newest first. */
export async function findItems(
  stores: CustomerStores,
  text: string,
): Promise<Record<CustomerDataKind, CustomerItem[]>> {
  const { words } = await rarestFirst(stores.sessions, beginnings(text));
  const filter: object = { $and: words };
  const search = { conditions: [], words, index: 'sessions_by_time' } as const;
  const [{ found: sessions }, requests, reservations, invitations, named] = await Promise.all([
    findSessions(stores.sessions, search, { after: null, newestFirst: true, size: limit }),
    stores.requests.find(filter).hint('requests_by_word').limit(limit).lean(),
    stores.reservations.find(filter).hint('reservations_by_word').limit(limit).lean(),
    stores.invitations.find(filter).hint('invitations_by_word').limit(limit).lean(),
    stores.trusts.find(filter).hint('trusts_by_word').limit(limit).lean(),
  ]);
  // A trust knows only the name: by address or number it is found through the session after which it began.
  const begun = await stores.trusts.find({ session: { $in: sessions.map(({ _id }) => _id) } }).lean();
  const trusts = [...new Map([...named, ...begun].map((trust) => [trust._id, trust])).values()];
  return {
    session: sessions.map(({ _id: id, customer, reason, startedAt: at, state }) => {
      return { kind: 'session', id, ...customer, at, about: reason, isLive: state !== 'ended' };
    }),
    request: requests.map(({ _id: id, name, email, phone, createdAt: at, reason, state }) => {
      return { kind: 'request', id, name, email, phone, at, about: reason, isLive: state === 'waiting' };
    }),
    reservation: reservations.map(({ _id: id, name, email, phone, createdAt: at, reason, open }) => {
      return { kind: 'reservation', id, name, email, phone, at, about: reason, isLive: open === true };
    }),
    invitation: invitations.map(({ _id: id, name, message, createdAt: at, holds }) => {
      return { kind: 'invitation', id, name, email: '', phone: '', at, about: message, isLive: holds };
    }),
    trust: trusts.map(({ _id: id, customer: name, agreedAt: at }) => {
      return { kind: 'trust', id, name, email: '', phone: '', at, about: '', isLive: false };
    }),
  };
}

/** Each word that was typed begins one that is kept; a phone number is one word, however it is grouped. */
function beginnings(text: string): { words: { $regex: string } }[] {
  const isPhone = /^[+0-9][0-9 ()./-]{3,}$/.test(text);
  const words = wordsIn(isPhone ? text.replaceAll(/\D/g, '') : text);
  // Signs alone begin no word: nothing is found, rather than everything.
  return (words.length === 0 ? [' '] : words).map((word) => ({ words: { $regex: `^${word}` } }));
}
