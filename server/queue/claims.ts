/** Taking a request out of the line: exactly one rep does, and a crash in between costs nobody their place. */
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId, ChannelId, RequestId } from '../../shared/contract/identifiers.ts';
import { SessionId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { Offers } from '../distribution/offer-service.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { AccountDirectory, ChannelDirectory } from '../edge/feature-seam.ts';
import type { Links } from '../edge/links.ts';
import type { Presences } from '../presence/presence-service.ts';
import type { QueueDefaultsService } from '../queue-settings/queue-defaults.ts';
import { settingsInForce } from '../queue-settings/settings-in-force.ts';
import { newId } from '../secrets/random.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import { entriesOfRequest } from '../sessions/entries-of-request.ts';
import { isOwnedBy } from '../sessions/reps-in.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { LineNews } from './line-news.ts';
import type { QueueLook } from './queue-look.ts';
import type { RequestModel, RequestRecord } from './request-model.ts';

/** Claims that are looked at; more than can have been under way at once. */
const latestClaims = 200;
/** Refusals after which nobody else can take a request either. */
const pastCodes: ReadonlySet<string> = new Set(['not-found', 'session-ended', 'already-exists']);

export interface Claims {
  /**
   * `from`: the channels out of which they may take; their own unless said.
   * @throws AppError `already-taken` (names who was faster), `at-capacity`, `not-found`
   */
  claim(rep: Account, request: RequestId, from?: readonly ChannelId[]): Promise<SessionRecord>;
  /** Puts claims back into line that came to no session, of the latest ones made between these moments. Says how many. */
  putBackCutOff(after: number, before: number): Promise<number>;
}

export interface ClaimNeeds {
  readonly requests: RequestModel;
  readonly queueLook: Pick<QueueLook, 'waitEnded'>;
  readonly defaults: Pick<QueueDefaultsService, 'get'>;
  readonly offers: Pick<Offers, 'taken'>;
  readonly sessions: Sessions;
  readonly presences: Pick<Presences, 'holdSeat' | 'letSeatGo' | 'takeSeat' | 'giveSeatBack' | 'refresh'>;
  readonly channels: Pick<ChannelDirectory, 'find'>;
  readonly accounts: Pick<AccountDirectory, 'face'>;
  readonly links: Pick<Links, 'toAccount' | 'toBrowser'>;
  readonly clock: Clock;
  readonly news: LineNews;
}

export function createClaims(needs: ClaimNeeds): Claims {
  const { requests, queueLook, defaults, offers, sessions, presences, channels, accounts, links, clock, news } = needs;

  async function whoTook(request: RequestRecord): Promise<AppError> {
    const name = request.claimedBy === undefined ? undefined : (await accounts.face(request.claimedBy))?.displayName;
    return new AppError('already-taken', { text: name === undefined ? 'Somebody else took it.' : `Taken by ${name}.` });
  }

  /** Who gives a session on cannot take it themselves, unless they have left it in line since. */
  async function isWithThemStill(rep: Account, { takeover }: RequestRecord): Promise<boolean> {
    if (takeover?.why !== 'transfer' || takeover.from !== rep.id) return false;
    const record = await sessions.load(takeover.session);
    return record !== undefined && isOwnedBy(record, rep.id);
  }

  async function limitOf(rep: Account, request: RequestRecord): Promise<number> {
    const setup = await channels.find(request.channel);
    if (setup === undefined) throw new AppError('not-found');
    return rep.capacity ?? settingsInForce(setup, await defaults.get()).availableQueue;
  }

  async function beginSession(request: RequestRecord, session: SessionId, rep: Account) {
    if (request.takeover !== undefined) {
      const { from, why, transfer } = request.takeover;
      const left = why === 'left' ? ({ how: 'left', stays: false } as const) : undefined;
      const given = transfer === undefined ? left : ({ how: 'transfer', ...transfer } as const);
      return sessions.handOver(session, from, rep, given);
    }
    const { browser, channel, name, email, phone, incident, reason, channelName } = request;
    const customer = { name, email, phone };
    const about = { channel, channelName, incident: incident ?? null, reason };
    const fresh = { _id: session, owner: rep.id, browser, customer, ...about };
    return sessions.begin(fresh, entriesOfRequest(fresh, request.message, rep));
  }

  /** A claim that came to no session must not hold the rep's seat, nor the customer. Rejects with what to tell. */
  async function undo(request: RequestRecord, session: SessionId, rep: Account, error: unknown): Promise<never> {
    await presences.letSeatGo(rep.id, session);
    // The same browser came into a session by a code in the moment of the claim, or the session is over, another one's, or was taken over already.
    const isPast = error instanceof AppError && pastCodes.has(error.code);
    if (isDuplicateKey(error) || isPast) {
      await putOut(request._id, session);
      await news.left(request);
      if (error instanceof AppError) throw error;
      throw new AppError('not-found', { text: 'They are talking with somebody already.', cause: error });
    }
    await putBack(request._id, session);
    news.moved();
    throw error;
  }

  async function putOut(_id: RequestId, session: SessionId) {
    await requests.updateOne({ _id, session }, { $set: { state: 'left' }, $unset: { claimedBy: '', session: '' } });
  }

  /** Back into line, unless the same browser has asked anew meanwhile. */
  async function putBack(_id: RequestId, session: SessionId) {
    const back = { $set: { state: 'waiting' as const }, $unset: { claimedBy: '', session: '', settledAt: '' } };
    try {
      await requests.updateOne({ _id, session, state: 'claimed' }, back);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await putOut(_id, session);
    }
  }

  async function tellClaimed(request: RequestRecord, record: SessionRecord, rep: Account) {
    // Who was in the session already goes on in it; the head that has changed tells them with whom.
    if (request.takeover === undefined)
      links.toBrowser(request.browser, { type: 'requests.claimed', session: await sessions.head(record, 'customer') });
    for (const member of (await channels.find(request.channel))?.members ?? []) {
      const mine = member === rep.id;
      links.toAccount(member, { type: 'requests.claimed', request: request._id, by: rep.displayName, mine });
    }
    links.toAccount(rep.id, { type: 'sessions.changed', session: await sessions.head(record, 'rep') });
    if (request.takeover === undefined) return;
    const { session, from } = request.takeover;
    // Who gave it on, or left it in line, is told of that where it was done.
    if (request.takeover.why !== undefined) return;
    links.toAccount(from, { type: 'sessions.passedOn', session, to: rep.displayName });
    await freeSeat(from, session);
  }

  async function freeSeat(account: AccountId, session: SessionId) {
    await presences.giveSeatBack(account, session);
    await presences.refresh(account);
  }

  /** Whether what a claim was to bring about is there, where a crash came before that was noted. */
  async function cameToSession({ session, takeover, claimedBy }: RequestRecord): Promise<boolean> {
    if (session === undefined) return true;
    const record = await sessions.load(session);
    if (takeover === undefined || record === undefined || record.state === 'ended') return record !== undefined;
    // It may be with a third one by now. Who takes back what they had left in line themselves owns it before and after.
    return claimedBy === takeover.from ? isOwnedBy(record, claimedBy) : record.owner !== takeover.from;
  }

  /** From now on the claim is history: the session may go to anybody else, and back. */
  async function hasBegun(_id: RequestId) {
    await requests.updateOne({ _id, state: 'claimed' }, { $set: { begun: true } });
  }

  return {
    async claim(rep, id, from = rep.channels) {
      const request = await requests.findOne({ _id: id }).lean();
      if (request === null || !from.includes(request.channel)) throw new AppError('not-found');
      if (request.state === 'claimed') throw await whoTook(request);
      if (await isWithThemStill(rep, request))
        throw new AppError('not-allowed', { text: 'You are with them still. Take the transfer back to go on.' });
      // The seat first: a request that is claimed is never put back because its rep had no room.
      const session = request.takeover?.session ?? newId(SessionId);
      if (!(await presences.holdSeat(rep.id, session, await limitOf(rep, request)))) throw new AppError('at-capacity');
      const claim = { $set: { state: 'claimed' as const, claimedBy: rep.id, settledAt: clock.now(), session } };
      // Whoever has changed to another channel meanwhile is not this rep's to take out of that one's line.
      const asFound = { _id: id, state: 'waiting' as const, channel: request.channel };
      const won = await requests.findOneAndUpdate(asFound, claim, { returnDocument: 'after' }).lean();
      if (won === null) {
        await presences.letSeatGo(rep.id, session);
        const lost = await requests.findOne({ _id: id }).lean();
        throw lost?.state === 'claimed' ? await whoTook(lost) : new AppError('not-found', { text: 'They have left.' });
      }
      const record = await beginSession(won, session, rep).catch((error: unknown) => undo(won, session, rep, error));
      await hasBegun(won._id);
      await presences.takeSeat(rep.id, session);
      await tellClaimed(won, record, rep);
      await offers.taken(won._id, rep.id);
      // A deadline of the request is left to fall due: it looks again, and finds nobody in line.
      queueLook.waitEnded(won.channel);
      await presences.refresh(rep.id);
      return record;
    },
    async putBackCutOff(after, before) {
      const made = { state: 'claimed' as const, settledAt: { $gt: after, $lt: before } };
      let count = 0;
      for (const claimed of await requests.find(made).sort({ settledAt: -1 }).limit(latestClaims).lean()) {
        if (claimed.session === undefined || claimed.begun === true) continue;
        if (await cameToSession(claimed)) {
          await hasBegun(claimed._id);
          continue;
        }
        await putBack(claimed._id, claimed.session);
        news.moved();
        count += 1;
      }
      return count;
    },
  };
}
