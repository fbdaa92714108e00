/** A session goes to another rep, to a channel's line, or back into it. Until somebody goes on, its owner stays in charge. */
import * as v from 'valibot';
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { ClientEntryId } from '../../shared/contract/identifiers.ts';
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import type { AskEnd, Brief, GuestHands } from '../../shared/contract/member.ts';
import type { TransferTo } from '../../shared/contract/member-operations.ts';
import type { Clock } from '../config/clock.ts';
import type { AccountDirectory, ChannelDirectory } from '../edge/feature-seam.ts';
import type { Links } from '../edge/links.ts';
import type { Takeovers } from '../queue/takeovers.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import { repAuthor, systemAuthor } from '../sessions/authors.ts';
import { requireRoomFor } from '../sessions/entry-limit.ts';
import { always, requirePace } from '../sessions/entry-rules.ts';
import { repsIn } from '../sessions/reps-in.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { MemberAskRecord } from './ask-model.ts';
import { acceptedAt } from './asks.ts';
import type { Asks } from './asks.ts';
import type { Guests } from './guests.ts';

/** How long after a yes it is still wanted, when it could not be carried out at once: by then everybody has gone on without it. */
export const yesWantedMs = 5 * 60_000;

export interface Transfers {
  invite(record: SessionRecord, by: Account, rep: AccountId, hands: GuestHands): Promise<void>;
  /** `by` is the owner, or a lead who looks after them. */
  ask(
    record: SessionRecord,
    by: Account,
    wish: { readonly to: TransferTo; readonly brief: Brief; readonly stays: boolean },
  ): Promise<void>;
  /** The asked rep's answer; the session after a yes. @throws AppError `not-found` when it stands no more */
  answer(ask: MemberAskRecord, rep: Account, accept: boolean): Promise<SessionRecord | undefined>;
  /**
   * It stands no more without a yes: the log says what became of it. `false` when somebody of the channel that was asked takes the session in this
   * moment, which settles it.
   */
  giveUp(ask: MemberAskRecord['_id'], how: Exclude<AskEnd, 'accepted'>, by?: Account): Promise<boolean>;
  /** Gives up all that stands of a session, but what has just been accepted. */
  giveUpAll(session: SessionId, but?: MemberAskRecord['_id']): Promise<void>;
  /** Does what a crash, or a store that was away, has kept from being done after a yes; after too long it is as if there had been none. */
  complete(ask: MemberAskRecord): Promise<void>;
}

export interface TransfersNeeds {
  readonly asks: Asks;
  readonly guests: Guests;
  readonly sessions: Pick<Sessions, 'append' | 'end' | 'load' | 'handOver'>;
  readonly log: Pick<SessionLog, 'sentBefore'>;
  readonly takeovers: Pick<Takeovers, 'begin' | 'withdraw'>;
  readonly accounts: Pick<AccountDirectory, 'find'>;
  readonly channels: Pick<ChannelDirectory, 'find'>;
  readonly links: Pick<Links, 'accountsConnected'>;
  readonly clock: Clock;
}

export function createTransfers(needs: TransfersNeeds): Transfers {
  const { asks, guests, sessions, log, takeovers, accounts, channels, links, clock } = needs;

  async function reachable(rep: AccountId, record: SessionRecord): Promise<Account> {
    const found = await accounts.find(rep);
    if (found === undefined || found.disabled) throw new AppError('not-found');
    if (record.projection.ended !== null || record.state !== 'live')
      throw new AppError('not-allowed', { text: 'Nobody is there yet whom another representative could help.' });
    if (!links.accountsConnected().has(rep))
      throw new AppError('nobody-there', { text: `${found.displayName} is not signed in now. Choose somebody else.` });
    return found;
  }

  /** Before anybody is asked. Taking back needs no pace of its own: there is one for each asking at most. */
  function mayAsk({ projection }: SessionRecord, kind: 'invited' | 'transfer-asked') {
    requirePace(projection, kind, clock.now());
    requireRoomFor(kind, projection.lastSeq);
  }

  function mustBeElsewhere(rep: Account, elsewhere: readonly AccountId[]) {
    if (elsewhere.includes(rep.id))
      throw new AppError('already-exists', { text: `${rep.displayName} is in this session already.` });
  }

  async function askChannel(record: SessionRecord, ask: MemberAskRecord): Promise<void> {
    const { channel: id, stays, brief } = ask;
    const transfer = { ask: ask._id, stays, brief };
    if (id === undefined || !(await takeovers.begin(record, { channel: id, why: 'transfer', transfer }))) {
      await asks.settle(ask._id, 'over');
      throw new AppError('not-found', { text: 'This session cannot stand in that line.' });
    }
  }

  const handOver = async (ask: MemberAskRecord, to: Account) =>
    sessions.handOver(ask.session, ask.owner, to, { how: 'transfer', stays: ask.stays, ask: ask._id });

  async function carryOut(ask: MemberAskRecord, rep: Account): Promise<SessionRecord> {
    const { session, hands, _id } = ask;
    try {
      const coming = ask.what === 'invitation' ? guests.comeIn(session, rep, hands, _id) : handOver(ask, rep);
      const record = await coming;
      await asks.carriedOut(_id);
      return record;
    } catch (error) {
      // What was refused is not to be done after the next start: by then it may be allowed, and nobody wants it any more.
      if (error instanceof AppError) await asks.carriedOut(_id);
      throw error;
    }
  }

  /** Whether the change that follows from a yes is stored. */
  async function isDone({ _id, session }: MemberAskRecord): Promise<boolean> {
    if ((await sessions.load(session))?.unsaid?.ask === _id) return true;
    return (await log.sentBefore(session, v.parse(ClientEntryId, _id))) !== undefined;
  }

  async function sayNotTaken(
    record: SessionRecord,
    ask: MemberAskRecord,
    how: Exclude<AskEnd, 'accepted'>,
    by?: Account,
  ) {
    const said = always({ kind: 'not-taken', ask: ask._id, to: ask.toName, what: ask.what, how });
    await sessions.append(record, by === undefined ? systemAuthor : repAuthor(by), said, { audience: 'reps' });
  }

  async function lapse(ask: MemberAskRecord): Promise<void> {
    if (!(await asks.lapse(ask._id))) return;
    const record = await sessions.load(ask.session);
    if (record?.projection.ended === null) await sayNotTaken(record, ask, 'over');
  }

  const giveUp: Transfers['giveUp'] = async (id, how, by) => {
    const found = await asks.find(id);
    if (found?.channel !== undefined) {
      // Out of the line first: who takes the session and who takes the question back are told apart there.
      const became = await takeovers.withdraw(found.session, id);
      if (became === 'taken' && how !== 'over') return false;
    }
    const ask = await asks.settle(id, how);
    const record = ask === undefined ? undefined : await sessions.load(ask.session);
    if (ask === undefined || record === undefined || record.projection.ended !== null) return true;
    // Its rep was lost, or has left it in line, while a channel was asked: it goes on waiting for whoever comes.
    if (ask.channel !== undefined && record.inLineSince !== undefined) {
      const isLeft = record.ownerLeft === true;
      if (!(await takeovers.begin(record, isLeft ? { why: 'left' } : undefined))) {
        await sessions.end(record, systemAuthor, 'rep-lost');
        return true;
      }
    }
    await sayNotTaken(record, ask, how, by);
    return true;
  };

  return {
    async invite(record, by, to, hands) {
      mayAsk(record, 'invited');
      const rep = await reachable(to, record);
      mustBeElsewhere(rep, repsIn(record));
      const asked = { session: record._id, by: by.id, byName: by.displayName, owner: record.owner, rep: to };
      const what = { what: 'invitation', toName: rep.displayName, hands, stays: false, brief: null } as const;
      const { _id: ask, dueAt: until } = await asks.open({ ...asked, ...what });
      const said = always({ kind: 'invited', ask, to: rep.displayName, hands, until });
      await sessions.append(record, repAuthor(by), said, { audience: 'reps' });
    },
    async ask(record, by, { to, brief, stays }) {
      mayAsk(record, 'transfer-asked');
      const asked = { session: record._id, by: by.id, byName: by.displayName, owner: record.owner };
      const rest = { what: 'transfer', hands: 'control', stays, brief } as const;
      let made: MemberAskRecord;
      if (to.is === 'rep') {
        const rep = await reachable(to.rep, record);
        mustBeElsewhere(rep, [record.owner]);
        made = await asks.open({ ...asked, ...rest, rep: rep.id, toName: rep.displayName });
      } else {
        const channel = await channels.find(to.channel);
        if (channel === undefined) throw new AppError('not-found');
        made = await asks.open({ ...asked, ...rest, channel: channel.id, toName: channel.name });
        await askChannel(record, made);
      }
      const { _id: ask, toName, dueAt: until } = made;
      const said = always({ kind: 'transfer-asked', ask, to: toName, is: to.is, stays, until, brief });
      await sessions.append(record, repAuthor(by), said, { audience: 'reps' });
    },
    async answer(ask, rep, accept) {
      if (!accept) {
        await giveUp(ask._id, 'declined', rep);
        return undefined;
      }
      const settled = await asks.settle(ask._id, 'accepted');
      if (settled === undefined) throw new AppError('not-found', { text: 'This is not asked any more.' });
      return carryOut(settled, rep);
    },
    giveUp,
    async giveUpAll(session, but) {
      for (const { _id } of await asks.standingOf(session)) {
        if (_id !== but) await giveUp(_id, 'over');
        // A channel was asked and one of its reps has taken the session: nobody else has said yes for it.
        else if ((await asks.settle(_id, 'accepted')) !== undefined) await asks.carriedOut(_id);
      }
    },
    async complete(ask) {
      const rep = ask.rep === undefined ? undefined : await accounts.find(ask.rep);
      const isTooOld = clock.now() - acceptedAt(ask) > yesWantedMs;
      if (rep !== undefined && isTooOld && !(await isDone(ask))) return lapse(ask);
      try {
        if (rep !== undefined) await carryOut(ask, rep);
      } catch (error) {
        // It was done, the session is with somebody else by now, or has ended: nothing is left to be done.
        if (!(error instanceof AppError)) throw error;
      }
      await asks.carriedOut(ask._id);
    },
  };
}
