/** Asking a rep, or a channel: put before them with a deadline, and settled exactly once. Nothing follows from it here. */
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { MemberAskId } from '../../shared/contract/identifiers.ts';
import type { AccountId, SessionId } from '../../shared/contract/identifiers.ts';
import type { AskEnd, MemberAsk } from '../../shared/contract/member.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import type { Links } from '../edge/links.ts';
import { newId } from '../secrets/random.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { MemberAskModel, MemberAskRecord } from './ask-model.ts';

/** A rep who is asked has this long to answer. */
export const askRepMs = 60_000;
/** A channel has this long, until the owner had better think of something else. */
export const askChannelMs = 10 * 60_000;

export type NewAsk = Omit<MemberAskRecord, '_id' | 'slot' | 'state' | 'madeAt' | 'dueAt' | 'settledAt' | 'carriedOut'>;

export interface Asks {
  /** @throws AppError `already-exists` when the same is asked already */
  open(ask: NewAsk): Promise<MemberAskRecord>;
  /** Settles one that stands, and says so to whom it was put before; `undefined` when somebody was faster. */
  settle(ask: MemberAskId, how: AskEnd): Promise<MemberAskRecord | undefined>;
  /** One that stands. */
  find(ask: MemberAskId): Promise<MemberAskRecord | undefined>;
  /** @throws AppError `not-found` when it does not stand (any more) */
  standing(ask: MemberAskId): Promise<MemberAskRecord>;
  standingOf(session: SessionId): Promise<MemberAskRecord[]>;
  /** What a rep is asked now. */
  askedOf(rep: AccountId): Promise<MemberAsk[]>;
  /** What followed from a yes has been done. */
  carriedOut(ask: MemberAskId): Promise<void>;
  /** Nothing follows from a yes any more: it is as if there had been none. `false` when what follows has been done meanwhile. */
  lapse(ask: MemberAskId): Promise<boolean>;
  /** Those that were accepted by then, and of which a crash, or a store that was away, kept the rest from being done. */
  cutOff(acceptedBy: number): Promise<MemberAskRecord[]>;
}

export interface AsksNeeds {
  readonly model: MemberAskModel;
  readonly sessions: Pick<Sessions, 'load'>;
  readonly accounts: Pick<AccountDirectory, 'face'>;
  readonly deadlines: Pick<Deadlines, 'set' | 'cancel'>;
  readonly links: Pick<Links, 'toAccount'>;
  readonly clock: Clock;
}

export function createAsks({ model, sessions, accounts, deadlines, links, clock }: AsksNeeds): Asks {
  async function shown(record: MemberAskRecord): Promise<MemberAsk | undefined> {
    const session = await sessions.load(record.session);
    if (session === undefined) return undefined;
    const { _id: id, what, session: of, by, byName: name, hands, brief, madeAt, dueAt } = record;
    const { channelName, reason, startedAt, customer } = session;
    const owner = (await accounts.face(session.owner))?.displayName ?? '';
    const about = { customer: customer.name, channelName, reason, startedAt };
    return { id, what, session: of, by: { account: by, name }, owner, ...about, hands, brief, madeAt, dueAt };
  }

  async function find(ask: MemberAskId): Promise<MemberAskRecord | undefined> {
    return (await model.findOne({ _id: ask, state: 'open' }).lean()) ?? undefined;
  }

  async function tellLead({ session, by, toName: to }: MemberAskRecord, how: AskEnd) {
    const customer = (await sessions.load(session))?.customer.name ?? '';
    links.toAccount(by, { type: 'members.answered', customer, to, how });
  }

  return {
    async open(ask) {
      const madeAt = clock.now();
      const record: MemberAskRecord = {
        ...ask,
        _id: newId(MemberAskId),
        slot: ask.what === 'transfer' ? `${ask.session} transfer` : `${ask.session} ${ask.rep ?? ''}`,
        madeAt,
        dueAt: madeAt + (ask.rep === undefined ? askChannelMs : askRepMs),
        state: 'open',
      };
      try {
        await model.create([record]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const text =
          ask.what === 'transfer'
            ? 'Somebody is asked to go on already. Take that back first.'
            : `${ask.toName} is asked already. Wait for the answer, or take it back.`;
        throw new AppError('already-exists', { text, cause: error });
      }
      await deadlines.set('member-ask-due', record._id, record.dueAt);
      const put = record.rep === undefined ? undefined : await shown(record);
      if (record.rep !== undefined && put !== undefined)
        links.toAccount(record.rep, { type: 'members.asked', ask: put });
      return record;
    },
    async settle(ask, how) {
      const settled = await model
        .findOneAndUpdate(
          { _id: ask, state: 'open' },
          { $set: { state: how, settledAt: clock.now() } },
          { returnDocument: 'after' },
        )
        .lean();
      if (settled === null) return undefined;
      await deadlines.cancel('member-ask-due', ask);
      if (settled.rep !== undefined) links.toAccount(settled.rep, { type: 'members.askClosed', ask, how });
      // The owner reads it in the log; a lead is not in the session.
      if (settled.by !== settled.owner) await tellLead(settled, how);
      return settled;
    },
    find,
    async standing(ask) {
      const record = await find(ask);
      if (record === undefined) throw new AppError('not-found', { text: 'This is not asked any more.' });
      return record;
    },
    standingOf: async (session) => model.find({ session, state: 'open' }).lean(),
    async askedOf(rep) {
      const open = await model.find({ rep, state: 'open' }).sort({ madeAt: 1 }).lean();
      const put = await Promise.all(open.map(shown));
      return put.filter((ask) => ask !== undefined);
    },
    async carriedOut(ask) {
      await model.updateOne({ _id: ask }, { $set: { carriedOut: true } });
    },
    async lapse(ask) {
      const stands = { _id: ask, state: 'accepted' as const, carriedOut: { $exists: false } };
      return (await model.findOneAndUpdate(stands, { $set: { state: 'over', carriedOut: true } }).lean()) !== null;
    },
    async cutOff(acceptedBy) {
      const accepted = await model.find({ state: 'accepted', carriedOut: { $exists: false } }).lean();
      return accepted.filter((ask) => acceptedAt(ask) <= acceptedBy);
    },
  };
}

/** When somebody said yes; not before it was asked, where that was not written down. */
export function acceptedAt({ settledAt, madeAt }: MemberAskRecord): number {
  return settledAt ?? madeAt;
}

/** The id in a deadline's subject. */
export function askIdIn(subject: string): MemberAskId {
  return v.parse(MemberAskId, subject);
}
