/** A rep who is out of reach while customers are with them: the customers are told, and not kept waiting for ever. */
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { AccountId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import type { Links } from '../edge/links.ts';
import type { Log } from '../logging/log.ts';
import type { Takeovers } from '../queue/takeovers.ts';
import { systemAuthor } from './authors.ts';
import { ownSessions } from './membership.ts';
import type { MemberRule } from './membership.ts';
import { tryFor } from './one-by-one.ts';
import type { SessionModel, SessionRecord } from './session-model.ts';
import type { Sessions } from './session-service.ts';
import type { WithoutRep } from './without-rep.ts';

/** A restarted browser is back within this time, and nobody was worried. */
export const ownerMissedMs = 20_000;
/** How long sessions wait for their rep, from the moment at which the last link went, before somebody else is asked. */
export const ownerGoneMs = 5 * 60_000;
/** What could not be done for one of a lost rep's sessions is tried again after this time. */
const triedAgainMs = 20_000;

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
  readonly takeovers: Pick<Takeovers, 'begin' | 'repCame'>;
  readonly accounts: Pick<AccountDirectory, 'face'>;
  readonly model: SessionModel;
  readonly links: Pick<Links, 'accountsConnected'>;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  readonly members: WithoutRep;
  readonly faults: Pick<Log, 'fault'>;
}

export function createOwnerAbsence(needs: OwnerAbsenceNeeds): OwnerAbsence {
  const { sessions, takeovers, accounts, model, links, deadlines, clock, members, faults } = needs;
  const failed = {
    report: faults,
    message: 'What follows from the coming or going of a session’s representative failed; it is tried again.',
  };
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
    for (const { _id } of await model.find({ ...ownSessions(owner), state: 'live', ...isMarked }).lean()) {
      const change =
        since === undefined
          ? { $unset: { ownerMissingSince: '', inLineSince: '' } }
          : { $set: { ownerMissingSince: since } };
      await tryFor(
        _id,
        async () => {
          await model.updateOne({ _id, state: 'live' }, change);
          await sessions.showHead(_id);
        },
        failed,
      );
    }
  }

  deadlines.on('rep-missed', async (subject) => {
    const account = v.parse(AccountId, subject);
    if (!isHere(account)) await mark(account, clock.now() - ownerMissedMs);
  });

  // The one place that says what becomes of customers whose rep does not come back.
  deadlines.on('rep-gone', async (subject) => {
    const account = v.parse(AccountId, subject);
    // Whoever is lost has been missed, whatever kept that from being noted at its time.
    if (!isHere(account)) await mark(account, clock.now() - ownerGoneMs);
    let areAllLetGo = true;
    for (const record of await sessions.openOf(account)) {
      // Each time: many sessions take long, and whoever comes back meanwhile goes on with the rest of them.
      if (isHere(account)) break;
      areAllLetGo = (await tryFor(record._id, () => letGo(record, account), failed)) && areAllLetGo;
    }
    // What was put into line in the moment of their coming is theirs too.
    if (isHere(account)) await come(account);
    else if (!areAllLetGo) await deadlines.set('rep-gone', account, clock.now() + triedAgainMs);
  });

  async function letGo(record: SessionRecord, account: AccountId) {
    if (await members.withoutRep(record, account)) return;
    const isInLine = record.state === 'live' && (await takeovers.begin(record));
    if (!isInLine) await sessions.end(record, systemAuthor, 'rep-lost');
    else if (record.inLineSince === undefined) await nowInLine(record);
  }

  /** It stands in line from now on; what was asked by the lost rep and granted to them is let go with it. */
  async function nowInLine({ _id, owner }: SessionRecord) {
    const rep = (await accounts.face(owner))?.displayName ?? '';
    const said = { by: systemAuthor, body: { kind: 'rep-lost', rep }, marks: { inLineSince: clock.now() } } as const;
    const stillTheirs: MemberRule = (members, { ownerMissingSince }) => {
      if (members.owner !== owner || ownerMissingSince === undefined) throw new AppError('not-found');
      return members;
    };
    await sessions.changeMembers(_id, stillTheirs, said).catch((error: unknown) => {
      // It has ended, somebody else goes on, or they are back, in this very moment.
      if (!(error instanceof AppError)) throw error;
    });
  }

  async function come(account: AccountId) {
    await Promise.all([deadlines.cancel('rep-missed', account), deadlines.cancel('rep-gone', account)]);
    await takeovers.repCame(account);
    await mark(account, undefined);
  }

  async function liveAndNotInLine(): Promise<SessionRecord[]> {
    return model.find({ state: 'live', inLineSince: { $exists: false } }).lean();
  }

  return {
    repCame: come,
    repLeft: (account) => wait(account, deadlines.set),
    async compareLinks() {
      const live = await liveAndNotInLine();
      const marked = ownersOf(live.filter(({ ownerMissingSince }) => ownerMissingSince !== undefined));
      for (const owner of ownersOf(live)) {
        if (!isHere(owner)) await wait(owner, deadlines.ensure);
        // A deadline that is left over looks again, and finds them here: only what customers read need be mended.
        else if (marked.has(owner)) await come(owner);
      }
    },
    async recover() {
      for (const owner of ownersOf(await liveAndNotInLine())) {
        if (isHere(owner)) continue;
        // Whoever was missed before the server went away has all their time anew, and what customers read must say so.
        await mark(owner, undefined);
        await wait(owner, deadlines.set);
      }
    },
  };
}

function ownersOf(records: readonly SessionRecord[]): Set<AccountId> {
  return new Set(records.map(({ owner }) => owner));
}
