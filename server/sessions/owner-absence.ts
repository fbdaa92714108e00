/** A rep who is out of reach while customers are with them: the customers are told, and not kept waiting for ever. */
import * as v from 'valibot';
import { AccountId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { Links } from '../edge/links.ts';
import { systemAuthor } from './authors.ts';
import type { SessionModel } from './session-model.ts';
import type { Sessions } from './session-service.ts';

/** A restarted browser is back within this time, and nobody was worried. */
export const ownerMissedMs = 20_000;
/** How long sessions wait for their rep, from the moment at which the last link went. */
export const ownerGoneMs = 5 * 60_000;

export interface OwnerAbsence {
  repCame(account: AccountId): Promise<void>;
  repLeft(account: AccountId): Promise<void>;
  /** Makes up for reps whose coming or going could not be written down at the time. */
  compareLinks(): Promise<void>;
  /** After a start: reps get time to come back. */
  recover(): Promise<void>;
}

export interface OwnerAbsenceNeeds {
  readonly sessions: Sessions;
  readonly model: SessionModel;
  readonly links: Pick<Links, 'accountsConnected'>;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

export function createOwnerAbsence({ sessions, model, links, deadlines, clock }: OwnerAbsenceNeeds): OwnerAbsence {
  const isHere = (account: AccountId) => links.accountsConnected().has(account);

  /** Both moments count from now: the first tells the customers, the second lets them go. */
  async function wait(account: AccountId, set: Deadlines['set']) {
    const now = clock.now();
    await set('rep-missed', account, now + ownerMissedMs);
    await set('rep-gone', account, now + ownerGoneMs);
  }

  /** Marks the rep's sessions, or takes the mark away, and shows it to who is in them. */
  async function mark(owner: AccountId, since: number | undefined) {
    const isMarked = { ownerMissingSince: { $exists: since === undefined } };
    for (const { _id } of await model.find({ owner, state: 'live', ...isMarked }).lean()) {
      const change =
        since === undefined ? { $unset: { ownerMissingSince: '' } } : { $set: { ownerMissingSince: since } };
      await model.updateOne({ _id, state: 'live' }, change);
      await sessions.showHead(_id);
    }
  }

  deadlines.on('rep-missed', async (subject) => {
    const account = v.parse(AccountId, subject);
    if (!isHere(account)) await mark(account, clock.now() - ownerMissedMs);
  });

  // The one place that says what becomes of customers whose rep does not come back.
  deadlines.on('rep-gone', async (subject) => {
    const account = v.parse(AccountId, subject);
    if (isHere(account)) return;
    for (const record of await sessions.openOf(account)) await sessions.end(record, systemAuthor, 'rep-lost');
  });

  async function come(account: AccountId) {
    await Promise.all([deadlines.cancel('rep-missed', account), deadlines.cancel('rep-gone', account)]);
    await mark(account, undefined);
  }

  async function ownersOfLive(): Promise<Set<AccountId>> {
    return new Set((await model.find({ state: 'live' }).lean()).map(({ owner }) => owner));
  }

  return {
    repCame: come,
    repLeft: (account) => wait(account, deadlines.set),
    async compareLinks() {
      for (const owner of await ownersOfLive()) {
        if (isHere(owner)) await come(owner);
        else await wait(owner, deadlines.ensure);
      }
    },
    async recover() {
      for (const owner of await ownersOfLive()) {
        if (isHere(owner)) continue;
        // Whoever was missed before the server went away has all their time anew, and what customers read must say so.
        await mark(owner, undefined);
        await wait(owner, deadlines.set);
      }
    },
  };
}
