/** Takes a customer out of what is stored. What counts stays: a session and a request keep when, where, by whom and how long, and say no more of whom. */
import type { CustomerDataKind, Erased } from '../../shared/contract/customer-data.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { makeOffersNameless } from '../distribution/nameless-offers.ts';
import { anotherBrowser, namelessRequest } from '../queue/nameless-request.ts';
import type { LogEntryModels } from '../session-log/log-entry-model.ts';
import { emptyProjection } from '../sessions/project-session.ts';
import type { SessionBelongings } from '../sessions/session-belongings.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { CustomerStores } from './customer-stores.ts';

export type ChosenItems = readonly { readonly kind: CustomerDataKind; readonly id: string }[];

const liveText =
  'Something of this customer lasts still: a session, a place in line, a reservation or an invitation. End it first.';

/**
 * Nothing is erased while one of them lasts. What is left after a crash in between can be found and erased again.
 * @throws AppError `not-allowed`
 */
export async function eraseCustomer(
  stores: CustomerStores,
  { log, belongings }: { readonly log: LogEntryModels; readonly belongings: Pick<SessionBelongings, 'forget'> },
  chosen: ChosenItems,
): Promise<Erased> {
  const ids = (kind: CustomerDataKind) => chosen.filter((item) => item.kind === kind).map(({ id }) => id);
  const of = (kind: CustomerDataKind): object => ({ _id: { $in: ids(kind) } });
  const live = await Promise.all([
    stores.sessions.countDocuments({ ...of('session'), state: { $ne: 'ended' } }),
    stores.sessions.countDocuments({ ...of('session'), finished: false }),
    stores.requests.countDocuments({ ...of('request'), state: 'waiting' }),
    stores.reservations.countDocuments({ ...of('reservation'), open: true }),
    stores.invitations.countDocuments({ ...of('invitation'), holds: true }),
  ]);
  if (live.some((found) => found > 0)) throw new AppError('not-allowed', { text: liveText });

  let [sessions, logEntries] = [0, 0];
  for (const session of await stores.sessions.find({ ...of('session'), state: 'ended' }).lean()) {
    // The log and what belongs to it first: a session without them is found again, they without a session never.
    await belongings.forget(session._id);
    logEntries += (await log.entries.deleteMany({ session: session._id })).deletedCount;
    await log.damaged.deleteMany({ session: session._id });
    sessions += (await stores.sessions.updateOne({ _id: session._id, state: 'ended' }, nameless(session))).matchedCount;
  }
  await forgetEndings(stores, chosen);
  // The offers first: a request that is named still is found again, an offer never.
  await makeOffersNameless(stores.offers, ids('request'));
  let requests = 0;
  for (const id of ids('request')) {
    const settled = { _id: id, state: { $ne: 'waiting' } } as object;
    requests += (await stores.requests.updateOne(settled, namelessRequest())).matchedCount;
  }
  const [reservations, invitations, trusts] = await Promise.all([
    stores.reservations.deleteMany({ ...of('reservation'), open: { $ne: true } }),
    stores.invitations.deleteMany({ ...of('invitation'), holds: false }),
    stores.trusts.deleteMany(of('trust')),
  ]);
  return {
    sessions,
    logEntries,
    requests,
    reservations: reservations.deletedCount,
    invitations: invitations.deletedCount,
    trusts: trusts.deletedCount,
  };
}

/** What a browser is still to be told of what ended says that it was this one. */
async function forgetEndings({ requests, reservations, invitations, endings }: CustomerStores, chosen: ChosenItems) {
  const of = { _id: { $in: chosen.map(({ id }) => id) } } as object;
  const found = await Promise.all([
    requests.find(of).lean(),
    reservations.find(of).lean(),
    invitations.find(of).lean(),
  ]);
  await endings.deleteMany({ browser: { $in: found.flat().map(({ browser }) => browser) } });
}

function nameless({ projection, browser }: SessionRecord) {
  return {
    $set: {
      customer: { name: '', email: '', phone: '' },
      reason: '',
      ...(browser === undefined ? {} : { browser: anotherBrowser() }),
      // Without a log nothing has been read of it; only that it has ended stays.
      projection: { ...emptyProjection, ended: projection.ended },
      read: { customer: 0, reps: 0 },
      dismissed: true,
    },
    $unset: { words: '', email: '', hostToken: '' },
  };
}
