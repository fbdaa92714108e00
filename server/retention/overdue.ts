/** What is older than it may be: found along indexes on the time, oldest first, and never what lasts still. */
import type { Overdue, Retention } from '../../shared/contract/retention.ts';
import type { CustomerStores } from '../customer-data/customer-stores.ts';
import { makeOffersNameless } from '../distribution/nameless-offers.ts';
import type { LogEntryModels } from '../session-log/log-entry-model.ts';
import type { SessionBelongings } from '../sessions/session-belongings.ts';
import { DAY_MS, dayOf } from '../statistics/day-sheet.ts';

export interface RetentionStores extends Pick<
  CustomerStores,
  'sessions' | 'requests' | 'offers' | 'reservations' | 'invitations' | 'trusts'
> {
  readonly log: LogEntryModels;
  readonly belongings: Pick<SessionBelongings, 'forget'>;
}

/** So many are looked at in one step of a turn. */
const STEP = 200;

type Part = keyof Overdue;
const daysOf: Record<Part, keyof Retention> = {
  sessions: 'sessionDays',
  requests: 'requestDays',
  reservations: 'requestDays',
  invitations: 'invitationDays',
  trusts: 'trustDays',
};

export const parts = Object.keys(daysOf) as readonly Part[];

/** Until when something must have begun and ended to be overdue; `undefined` where it is kept for ever. */
export function overdueBefore(part: Part, retention: Retention, now: number): number | undefined {
  const days = retention[daysOf[part]];
  return days === null ? undefined : now - days * DAY_MS;
}

/** How each part is asked for. What has begun before the moment is found first, so that an index on the beginning serves. */
function filters(before: number) {
  return {
    sessions: { startedAt: { $lt: before }, state: 'ended' as const, finished: true, endedAt: { $lt: before } },
    requests: { createdAt: { $lt: before }, state: { $in: ['claimed' as const, 'left' as const] } },
    reservations: { createdAt: { $lt: before }, open: { $exists: false }, settledAt: { $lt: before } },
    invitations: { createdAt: { $lt: before }, holds: false },
    // What is used lasts.
    trusts: { agreedAt: { $lt: before }, $or: [{ usedAt: { $exists: false } }, { usedAt: { $lt: before } }] },
  };
}

export async function countOverdue(stores: RetentionStores, retention: Retention, now: number): Promise<Overdue> {
  const count = async (part: Part, ask: (before: number) => Promise<number>) => {
    const before = overdueBefore(part, retention, now);
    return before === undefined ? 0 : ask(before);
  };
  const [sessions, requests, reservations, invitations, trusts] = await Promise.all([
    count('sessions', (before) => stores.sessions.countDocuments(filters(before).sessions)),
    count('requests', (before) => stores.requests.countDocuments(filters(before).requests)),
    count('reservations', (before) => stores.reservations.countDocuments(filters(before).reservations)),
    count('invitations', (before) => stores.invitations.countDocuments(filters(before).invitations)),
    count('trusts', (before) => stores.trusts.countDocuments(filters(before).trusts)),
  ]);
  return { sessions, requests, reservations, invitations, trusts };
}

/** What deletes one step of a part, and says whether there may be more. Sessions and requests wait until their day is kept by the statistics. */
export function deletion(stores: RetentionStores, keptDays: ReadonlySet<string>) {
  const { sessions, requests, offers, reservations, invitations, trusts, log, belongings } = stores;
  const isKept = (moment: number) => keptDays.has(dayOf(moment));

  return {
    async sessions(before: number) {
      let from = 0;
      for (;;) {
        const { startedAt, ...rest } = filters(before).sessions;
        const filter = { ...rest, startedAt: { ...startedAt, $gte: from } };
        const found = await sessions.find(filter).sort({ startedAt: 1, _id: 1 }).limit(STEP).lean();
        const going = found.filter((session) => isKept(session.startedAt));
        for (const { _id } of going) {
          // The log and what belongs to it first: a session without them is found again, they without a session never.
          await belongings.forget(_id);
          await log.entries.deleteMany({ session: _id });
          await log.damaged.deleteMany({ session: _id });
          await sessions.deleteOne({ _id, state: 'ended' });
        }
        if (going.length > 0 || found.length < STEP) return found.length === STEP;
        from = (found.at(-1)?.startedAt ?? from) + 1;
      }
    },
    async requests(before: number) {
      let from = 0;
      for (;;) {
        const { createdAt, ...rest } = filters(before).requests;
        const filter = { ...rest, createdAt: { ...createdAt, $gte: from } };
        const found = await requests.find(filter).sort({ createdAt: 1 }).limit(STEP).lean();
        const going = found.filter((request) => isKept(request.createdAt)).map(({ _id }) => _id);
        if (going.length > 0) {
          // The offers first, as above. They stay, nameless: one missed after midnight counts for a day that may not be added up.
          await makeOffersNameless(offers, going);
          await requests.deleteMany({ ...rest, _id: { $in: going } });
        }
        if (going.length > 0 || found.length < STEP) return found.length === STEP;
        from = (found.at(-1)?.createdAt ?? from) + 1;
      }
    },
    async reservations(before: number) {
      const filter = filters(before).reservations;
      const found = await reservations.find(filter).sort({ createdAt: 1 }).limit(STEP).lean();
      await reservations.deleteMany({ ...filter, _id: { $in: found.map(({ _id }) => _id) } });
      return found.length === STEP;
    },
    async invitations(before: number) {
      const filter = filters(before).invitations;
      const found = await invitations.find(filter).sort({ createdAt: 1 }).limit(STEP).lean();
      await invitations.deleteMany({ ...filter, _id: { $in: found.map(({ _id }) => _id) } });
      return found.length === STEP;
    },
    async trusts(before: number) {
      const filter = filters(before).trusts;
      const found = await trusts.find(filter).sort({ agreedAt: 1 }).limit(STEP).lean();
      await trusts.deleteMany({ ...filter, _id: { $in: found.map(({ _id }) => _id) } });
      return found.length === STEP;
    },
  } satisfies Record<Part, (before: number) => Promise<boolean>>;
}
