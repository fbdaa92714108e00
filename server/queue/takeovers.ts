/** Sessions that need another rep, because theirs was lost or gives them on: each stands at the head of a line until somebody takes it. */
import type { AccountId, ChannelId, MemberAskId, SessionId } from '../../shared/contract/identifiers.ts';
import { RequestId } from '../../shared/contract/identifiers.ts';
import type { QueuePlace } from '../../shared/contract/customer-contract.ts';
import type { Clock } from '../config/clock.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { AccountDirectory, ChannelDirectory } from '../edge/feature-seam.ts';
import { newId } from '../secrets/random.ts';
import { chosenIncident } from '../sessions/chosen-incident.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { LineNews } from './line-news.ts';
import type { QueueLook } from './queue-look.ts';
import { queuePlace } from './queue-views.ts';
import type { RequestModel, RequestRecord, Takeover } from './request-model.ts';

/** A session whose rep was not lost. */
export interface OtherTakeover extends Required<Pick<Takeover, 'why'>>, Pick<Takeover, 'transfer'> {
  /** The line, where it is another one than the session's own. */
  readonly channel?: ChannelId;
}

export interface Takeovers {
  /** Puts a session into line; says whether it could. One without a channel has no line. Harmless when it is there already. */
  begin(session: SessionRecord, other?: OtherTakeover): Promise<boolean>;
  /** The lost rep is back: their sessions wait for nobody else. */
  repCame(account: AccountId): Promise<void>;
  /**
   * Takes a transfer out of its line, unless somebody takes the session in this moment: the request alone says who was faster.
   */
  withdraw(session: SessionId, ask: MemberAskId): Promise<'out' | 'taken'>;
  /** The channel in whose line a transfer stood was removed. */
  channelGone(takeover: Takeover): Promise<void>;
  /** Hears of it. */
  onChannelGone(listener: (takeover: Takeover) => Promise<void>): void;
  /** A session has ended or is in good hands, so nobody need take it over. */
  leaveLine(session: SessionId): Promise<void>;
  /** Somebody has taken it out of its line, and it is not theirs yet. */
  isBeingTaken(session: SessionId): Promise<boolean>;
  /** Where a session stands in line; `null` when it does not. */
  placeOf(session: SessionId): Promise<QueuePlace | null>;
}

export interface TakeoverNeeds {
  readonly requests: RequestModel;
  readonly channels: Pick<ChannelDirectory, 'find'>;
  readonly accounts: Pick<AccountDirectory, 'face'>;
  readonly queueLook: Pick<QueueLook, 'look'>;
  readonly news: LineNews;
  readonly clock: Clock;
}

export function createTakeovers({ requests, channels, accounts, queueLook, news, clock }: TakeoverNeeds): Takeovers {
  const goneListeners: ((takeover: Takeover) => Promise<void>)[] = [];

  async function takeOut(
    filter:
      | { 'takeover.from': AccountId; 'takeover.why': { $exists: false } }
      | { 'takeover.session': SessionId; 'takeover.transfer.ask'?: MemberAskId },
  ) {
    const out = { $set: { state: 'left' as const, settledAt: clock.now() } };
    const waits = { ...filter, state: 'waiting' as const };
    for (;;) {
      const left = await requests.findOneAndUpdate(waits, out).lean();
      if (left === null) return;
      await news.left(left);
    }
  }

  /** A session that stands in line for want of a rep goes to the line that it is given to. */
  async function moveTo({ channel, channelName, takeover, incident, tried }: RequestRecord): Promise<boolean> {
    if (takeover?.transfer === undefined) return false;
    const { session } = takeover;
    const waits = {
      'takeover.session': session,
      'takeover.transfer': { $exists: false },
      state: 'waiting' as const,
    };
    const before = await requests
      .findOneAndUpdate(waits, { $set: { channel, channelName, takeover, incident, tried } })
      .lean();
    if (before === null) return false;
    if (before.channel !== channel) await news.left(before);
    await news.cameOrChanged({ ...before, channel, channelName, takeover, incident: incident ?? null, tried });
    return true;
  }

  return {
    async begin(record, other) {
      const { _id: session, browser, channel: own, customer, reason, owner } = record;
      const { channel: id = own, ...why } = other ?? {};
      const channel = id === null ? undefined : await channels.find(id);
      if (channel === undefined || browser === undefined) return false;
      const fromName = (await accounts.face(owner))?.displayName ?? '';
      const request: RequestRecord = {
        _id: newId(RequestId),
        browser,
        channel: channel.id,
        channelName: channel.name,
        ...customer,
        incident: chosenIncident(record),
        reason: reason === '' ? channel.name : reason,
        message: '',
        createdAt: clock.now(),
        placeAtStart: 1,
        priority: 'normal',
        tried: [],
        takeover: { session, from: owner, fromName, ...why },
        state: 'waiting',
      };
      try {
        await requests.create([request]);
      } catch (error) {
        // It stands there already, since a crash came after the first try, or because its rep was lost or has left it.
        if (!isDuplicateKey(error)) throw error;
        if (await moveTo(request)) return true;
        const same = other?.transfer === undefined ? {} : { 'takeover.transfer.ask': other.transfer.ask };
        return (await requests.countDocuments({ 'takeover.session': session, state: 'waiting', ...same })) > 0;
      }
      await news.cameOrChanged(request);
      return true;
    },
    repCame: (account) => takeOut({ 'takeover.from': account, 'takeover.why': { $exists: false } }),
    leaveLine: (session) => takeOut({ 'takeover.session': session }),
    async withdraw(session, ask) {
      const ofAsk = { 'takeover.transfer.ask': ask };
      const waiting = { 'takeover.session': session, ...ofAsk, state: 'waiting' as const };
      // A claim that came to nothing puts it back into line between two looks.
      do {
        await takeOut({ 'takeover.session': session, ...ofAsk });
        if ((await requests.exists({ session, ...ofAsk, state: 'claimed' })) !== null) return 'taken';
      } while ((await requests.exists(waiting)) !== null);
      return 'out';
    },
    async channelGone(takeover) {
      for (const listener of goneListeners) await listener(takeover);
    },
    onChannelGone(listener) {
      goneListeners.push(listener);
    },
    async isBeingTaken(session) {
      const taken = { session, state: 'claimed' as const, takeover: { $exists: true }, begun: { $exists: false } };
      return (await requests.exists(taken)) !== null;
    },
    async placeOf(session) {
      const waiting = await requests.findOne({ 'takeover.session': session, state: 'waiting' }).lean();
      return waiting === null ? null : (queuePlace(await queueLook.look(), waiting) ?? null);
    },
  };
}
