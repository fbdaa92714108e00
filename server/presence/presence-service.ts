/** Who is there, and for how many customers: chosen, automatic, and kept as intervals for the statistics. */
import type { AwayBecause, ChosenPresence, Presence } from '../../shared/contract/account.ts';
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { Links } from '../edge/links.ts';
import { createInTurn } from '../sessions/in-turn.ts';
import { derivePresence } from './derive-presence.ts';
import type { RepAtWork } from './derive-presence.ts';
import type { PresenceModels, RepRecord } from './presence-model.ts';
import { standingsOf } from './standings.ts';
import { createSeats } from './seats.ts';
import type { Seats } from './seats.ts';

/** A restarted worker or a reloaded panel is back within this time and was never seen to be away. */
export const offlineGraceMs = 20_000;

/** Whoever misses so many offers in a row is not there. */
export const missesUntilAway = 3;

export interface Presences extends Seats {
  joined(account: AccountId): Promise<void>;
  left(account: AccountId): Promise<void>;
  /** A new login: whatever was chosen in the one before is forgotten. */
  signedIn(account: AccountId): Promise<void>;
  choose(account: AccountId, chosen: ChosenPresence): Promise<Presence>;
  /** Offline at once, without grace: the account may not be here any more. */
  dismiss(account: AccountId): Promise<void>;
  of(account: AccountId): Promise<Presence>;
  /** Why the server has set somebody Away. */
  awayBecause(account: AccountId): Promise<AwayBecause>;
  /** Standings of all reps who are logged in. */
  loggedIn(): Promise<ReadonlyMap<AccountId, RepAtWork>>;
  /** Something was put before a rep. */
  offered(account: AccountId, at: number): Promise<void>;
  /** A rep answered an offer, whatever the answer: they are there. */
  answered(account: AccountId): Promise<void>;
  /** A rep missed an offer; with `setsAway`, the third one in a row makes them Away. */
  missedOffer(account: AccountId, setsAway: boolean): Promise<void>;
  /** Shows what has followed from a session that began or ended. */
  refresh(account: AccountId): Promise<void>;
  /** Makes up for links whose coming or going, and for intervals whose beginning, could not be written down at the time. */
  compareLinks(): Promise<void>;
  /** After a start: seats as they really are, and those who do not come back go Offline. */
  recover(liveSessions: ReadonlyMap<AccountId, readonly SessionId[]>): Promise<void>;
}

export interface PresenceNeeds {
  readonly models: PresenceModels;
  readonly deadlines: Deadlines;
  readonly links: Pick<Links, 'toAccount' | 'accountsConnected'>;
  readonly clock: Clock;
  /** Called after what others see of somebody, or how many seats are free, has changed. */
  readonly onChange: () => void;
}

export function createPresences({ models, deadlines, links, clock, onChange }: PresenceNeeds): Presences {
  const { reps, intervals } = models;
  const inTurn = createInTurn();

  async function update(
    account: AccountId,
    change: Partial<Pick<RepRecord, 'loggedIn' | 'chosen' | 'awayBecause' | 'missed'>>,
  ): Promise<Presence> {
    return inTurn(account, async () => {
      const fresh = {
        seats: [],
        shown: 'offline',
        loggedIn: false,
        chosen: 'online',
        awayBecause: null,
        missed: 0,
        idleSince: 0,
        offeredAt: 0,
      } as const;
      const missing = Object.fromEntries(Object.entries(fresh).filter(([field]) => !(field in change)));
      await reps.updateOne({ _id: account }, { $set: change, $setOnInsert: missing }, { upsert: true });
      return show(account);
    });
  }

  async function show(account: AccountId): Promise<Presence> {
    const rep = await reps.findOne({ _id: account }).lean();
    if (rep === null) return 'offline';
    const presence = derivePresence({ loggedIn: rep.loggedIn, chosen: rep.chosen, activeSessions: rep.seats.length });
    if (rep.shown !== presence) {
      // Of several processes that see the change, the one whose update finds it begins the interval.
      const comes = rep.shown === 'offline' || rep.shown === 'away';
      const set = { shown: presence, ...(comes ? { idleSince: clock.now() } : {}) };
      const changed = await reps.updateOne({ _id: account, shown: rep.shown }, { $set: set });
      if (changed.modifiedCount === 1) await beginInterval(account, presence);
      links.toAccount(account, { type: 'presence.changed', presence, because: rep.awayBecause });
    }
    onChange();
    return presence;
  }

  async function beginInterval(account: AccountId, presence: Presence) {
    const at = clock.now();
    await intervals.updateOne({ account, lasts: true }, { $set: { to: at }, $unset: { lasts: '' } });
    try {
      await intervals.create({ account, presence, from: at, lasts: true });
    } catch (error) {
      // Another process was faster; should it have begun something else, the next comparison sees that.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  /** Begins what a process that stopped, or lost the store, has shown without beginning its interval. */
  async function mendIntervals() {
    const all = await reps.find({}).select({ shown: 1 }).lean();
    const standings = await standingsOf(
      intervals,
      all.map(({ _id: id }) => ({ id })),
    );
    const differing = all.filter(({ _id, shown }) => standings.get(_id)?.presence !== shown);
    for (const { _id: account } of differing) {
      await inTurn(account, async () => {
        const { shown } = (await reps.findOne({ _id: account }).lean()) ?? { shown: 'offline' };
        const lasting = await intervals.findOne({ account, lasts: true }).lean();
        if (lasting?.presence === shown) return;
        // Who was never there has no interval, and needs none.
        if (lasting === null && shown === 'offline' && (await intervals.countDocuments({ account })) === 0) return;
        await beginInterval(account, shown);
        onChange();
      });
    }
  }

  const byChoice = { awayBecause: null, missed: 0 } as const;
  const leaveFor = (account: AccountId) => update(account, { loggedIn: false, chosen: 'online', ...byChoice });

  deadlines.on('rep-offline', async (subject) => {
    const account = [...(await loggedInReps()).keys()].find((rep) => rep === subject);
    if (account !== undefined && !links.accountsConnected().has(account)) await leaveFor(account);
  });

  async function loggedInReps(): Promise<Map<AccountId, RepAtWork>> {
    const records = await reps.find({ loggedIn: true }).lean();
    return new Map(
      records.map(({ _id, loggedIn, chosen, seats, idleSince, offeredAt }) => [
        _id,
        { loggedIn, chosen, activeSessions: seats.length, idleSince, offeredAt },
      ]),
    );
  }

  return {
    async joined(account) {
      await deadlines.cancel('rep-offline', account);
      await update(account, { loggedIn: true });
    },
    async left(account) {
      await deadlines.set('rep-offline', account, clock.now() + offlineGraceMs);
    },
    async signedIn(account) {
      await update(account, { chosen: 'online', ...byChoice });
    },
    choose: (account, chosen) => update(account, { loggedIn: true, chosen, ...byChoice }),
    async dismiss(account) {
      await deadlines.cancel('rep-offline', account);
      await leaveFor(account);
    },
    async of(account) {
      const rep = await reps.findOne({ _id: account }).lean();
      return rep?.shown ?? 'offline';
    },
    loggedIn: loggedInReps,
    async awayBecause(account) {
      return (await reps.findOne({ _id: account }).lean())?.awayBecause ?? null;
    },
    async offered(account, at) {
      await reps.updateOne({ _id: account }, { $set: { offeredAt: at } });
    },
    async answered(account) {
      await reps.updateOne({ _id: account, missed: { $gt: 0 } }, { $set: { missed: 0 } });
    },
    async missedOffer(account, setsAway) {
      const rep = await reps
        .findOneAndUpdate({ _id: account }, { $inc: { missed: 1 } }, { returnDocument: 'after' })
        .lean();
      if (rep === null || !setsAway || rep.missed < missesUntilAway || rep.chosen === 'away') return;
      await update(account, { chosen: 'away', awayBecause: 'missed-offers', missed: 0 });
    },
    ...createSeats(reps, clock),
    async refresh(account) {
      await inTurn(account, () => show(account));
    },
    async compareLinks() {
      const connected = links.accountsConnected();
      const known = new Set((await loggedInReps()).keys());
      for (const account of known) {
        if (!connected.has(account)) await deadlines.ensure('rep-offline', account, clock.now() + offlineGraceMs);
      }
      for (const account of connected) if (!known.has(account)) await update(account, { loggedIn: true });
      await mendIntervals();
    },
    async recover(liveSessions) {
      for (const rep of await reps.find({}).lean()) {
        // All of it: what was damaged is read as in one who is not here, and is whole from now on.
        const { _id, ...standing } = rep;
        await reps.updateOne({ _id }, { $set: { ...standing, seats: liveSessions.get(_id) ?? [] } });
        if (rep.loggedIn) await deadlines.set('rep-offline', rep._id, clock.now() + offlineGraceMs);
        await inTurn(rep._id, () => show(rep._id));
      }
      await mendIntervals();
    },
  };
}
