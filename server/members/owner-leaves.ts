/** An owner who goes while the session goes on: to a guest who owns it then, or back to the head of its channel's line. */
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import type { Links } from '../edge/links.ts';
import type { Log } from '../logging/log.ts';
import type { Presences } from '../presence/presence-service.ts';
import type { Takeovers } from '../queue/takeovers.ts';
import { repAuthor, systemAuthor } from '../sessions/authors.ts';
import type { HandOver } from '../sessions/hand-over.ts';
import { tryFor } from '../sessions/one-by-one.ts';
import type { SessionModel, SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { Guests } from './guests.ts';
import type { Transfers } from './transfers.ts';

export interface OwnerLeaves {
  /** Another guest goes on: the named one, or the first who is there. @throws AppError `nobody-there` without one */
  toGuest(record: SessionRecord, to: AccountId | null, how: HandOver['how']): Promise<void>;
  /** @throws AppError `not-allowed` where guests are, or there is no line */
  toLine(record: SessionRecord, owner: Account): Promise<void>;
  /** What follows when an owner of this name has left it in line. @throws AppError `not-allowed` where there is no line (any more) */
  isInLine(record: SessionRecord, owner: string): Promise<void>;
  /** At any time: sessions that are to stand in line for another rep, and do not since a crash came in between. */
  recover(): Promise<void>;
}

export interface OwnerLeavesNeeds {
  readonly model: SessionModel;
  readonly sessions: Pick<Sessions, 'changeMembers' | 'end' | 'handOver'>;
  readonly transfers: Pick<Transfers, 'giveUpAll'>;
  readonly guests: Pick<Guests, 'sendOut'>;
  readonly takeovers: Pick<Takeovers, 'begin' | 'isBeingTaken' | 'placeOf'>;
  readonly presences: Pick<Presences, 'giveSeatBack' | 'refresh'>;
  readonly accounts: Pick<AccountDirectory, 'find'>;
  readonly links: Pick<Links, 'accountsConnected'>;
  readonly clock: Clock;
  readonly faults: Pick<Log, 'fault'>;
}

export function createOwnerLeaves(needs: OwnerLeavesNeeds): OwnerLeaves {
  const { model, sessions, transfers, guests, takeovers, presences, accounts, links, clock, faults } = needs;

  async function backIntoLine(_id: SessionId) {
    if ((await takeovers.placeOf(_id)) !== null) return;
    // Now: whoever took it out of the line a moment ago goes on with it.
    const record = await model.findOne({ _id, state: 'live', inLineSince: { $exists: true } }).lean();
    if (record === null || (await takeovers.isBeingTaken(_id))) return;
    const isLeft = record.ownerLeft === true;
    // Who was lost and is back is just taking their sessions out of the line.
    if (!isLeft && links.accountsConnected().has(record.owner)) return;
    const stands = await takeovers.begin(record, isLeft ? { why: 'left' } : undefined);
    // Its channel is gone, so that nobody could come.
    if (!stands) await sessions.end(record, systemAuthor, 'rep-lost');
  }

  return {
    async toGuest(record, to, how) {
      const there = links.accountsConnected();
      const next = (record.guests ?? []).find(({ account }) => (to === null ? there.has(account) : account === to));
      const account = next === undefined ? undefined : await accounts.find(next.account);
      if (account === undefined || account.disabled)
        throw new AppError('nobody-there', { text: 'No guest is there who could go on. Invite somebody first.' });
      await sessions.handOver(record._id, record.owner, account, { how, stays: false });
    },
    async toLine(record, owner) {
      if ((record.guests ?? []).length > 0)
        throw new AppError('not-allowed', { text: 'Others are in this session. Leave it to one of them.' });
      if (record.channel === null || record.state !== 'live' || record.browser === undefined)
        throw new AppError('not-allowed', { text: 'This session belongs to no channel in whose line it could stand.' });
      await transfers.giveUpAll(record._id);
      const now = clock.now();
      await sessions.changeMembers(
        record._id,
        (members, { ownerLeft }) => {
          if (members.owner === owner.id && ownerLeft !== true && members.guests.length === 0) return members;
          throw new AppError('not-found', { text: 'Somebody has come in meanwhile.' });
        },
        {
          by: repAuthor(owner),
          body: { kind: 'back-in-line', rep: owner.displayName, channel: record.channelName },
          marks: { ownerLeft: true, ownerMissingSince: now, inLineSince: now },
        },
      );
    },
    async isInLine(record, name) {
      if (!(await takeovers.begin(record, { why: 'left' })))
        throw new AppError('not-allowed', { text: 'This session cannot stand in line: its channel is gone.' });
      const { owner } = record;
      await guests.sendOut(record, owner, 'in-line', name);
      await presences.giveSeatBack(owner, record._id);
      await presences.refresh(owner);
    },
    async recover() {
      const failed = { report: faults, message: 'A session without its representative could not be put into line.' };
      for (const { _id } of await model.find({ state: 'live', inLineSince: { $exists: true } }).lean())
        await tryFor(_id, () => backIntoLine(_id), failed);
    },
  };
}
