/** Getting in line, leaving it, and being taken out of it by exactly one rep. */
import * as v from 'valibot';
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { RequestId, SessionId } from '../../shared/contract/identifiers.ts';
import type { ChannelId } from '../../shared/contract/identifiers.ts';
import type { RequestForm } from '../../shared/contract/support-request.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import { unreadableIds } from '../documents/damage.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { AccountDirectory, ChannelDirectory } from '../edge/feature-seam.ts';
import type { BrowserId, Links } from '../edge/links.ts';
import type { Incidents } from '../incidents/incident-service.ts';
import type { Presences } from '../presence/presence-service.ts';
import type { QueueDefaultsService } from '../queue-settings/queue-defaults.ts';
import { settingsInForce } from '../queue-settings/settings-in-force.ts';
import { newId } from '../secrets/random.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import { entriesOfRequest } from '../sessions/session-service.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { mayAsk } from './channel-status.ts';
import { joinLine } from './join-line.ts';
import type { QueueBoard } from './queue-board.ts';
import type { QueueLook } from './queue-look.ts';
import { waitingRequestOf } from './queue-views.ts';
import type { RequestModel, RequestRecord } from './request-model.ts';

/** A customer whose page is gone this long has left the line. */
export const pageGoneMs = 3 * 60_000;
/** Claims that are looked at after a start; more than can have been under way at once. */
const latestClaims = 200;

const channelGoneText = 'This channel is gone. Choose another one.';

type Form = v.InferOutput<typeof RequestForm>;

export interface Queue {
  /** The request with which this browser waits. */
  waitingOf(browser: BrowserId): Promise<RequestRecord | undefined>;
  /** @throws AppError `already-waiting`, `not-found` (no such channel), `nobody-there` */
  ask(browser: BrowserId, form: Form): Promise<RequestRecord>;
  /** Changes what was asked; the place in line is kept unless the channel changes. @throws AppError as `ask` */
  change(browser: BrowserId, form: Form): Promise<RequestRecord>;
  /** A channel has been removed: who waits in it is told, and waits no more. */
  channelRemoved(channel: ChannelId): Promise<void>;
  /** Leaves the line; harmless when not in it. */
  leave(browser: BrowserId): Promise<void>;
  /** @throws AppError `already-taken` (names who was faster), `at-capacity`, `not-found` */
  claim(rep: Account, request: v.InferOutput<typeof RequestId>): Promise<SessionRecord>;
  /** The page is open again: the place is kept. */
  pageOpened(browser: BrowserId): Promise<void>;
  pageClosed(browser: BrowserId): Promise<void>;
  /** Makes up for pages whose going could not be written down at the time. */
  compareLinks(): Promise<void>;
  /** After a start: claims that a crash cut off go back into line, and pages get time to come back. */
  recover(): Promise<void>;
}

export interface QueueNeeds {
  readonly requests: RequestModel;
  readonly queueLook: QueueLook;
  readonly board: QueueBoard;
  readonly defaults: Pick<QueueDefaultsService, 'get'>;
  readonly sessions: Sessions;
  readonly presences: Presences;
  readonly channels: Pick<ChannelDirectory, 'find' | 'list'>;
  readonly incidents: Pick<Incidents, 'choose'>;
  readonly accounts: Pick<AccountDirectory, 'face'>;
  readonly links: Links;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

export function createQueue(needs: QueueNeeds): Queue {
  const { requests, queueLook, board, defaults, sessions, presences, channels, incidents } = needs;
  const { accounts, links, deadlines, clock } = needs;

  async function waitingOf(browser: BrowserId): Promise<RequestRecord | undefined> {
    return (await requests.findOne({ browser, state: 'waiting' }).lean()) ?? undefined;
  }

  async function placeFor(form: Form) {
    const view = (await queueLook.look()).channels.get(form.channel);
    if (view === undefined) throw new AppError('not-found', { text: channelGoneText });
    if (!mayAsk(view.status)) throw new AppError('nobody-there');
    return { channelName: view.channel.name, placeAtStart: view.line.length + 1, createdAt: clock.now() };
  }

  /** Tells the channel's reps, and shows everybody where they stand now. */
  async function announce(request: RequestRecord) {
    const waiting = waitingRequestOf(await queueLook.look(), request);
    const members = (await channels.find(request.channel))?.members ?? [];
    if (waiting !== undefined) {
      for (const member of members) links.toAccount(member, { type: 'requests.waiting', request: waiting });
    }
    board.moved();
  }

  async function withdraw(request: RequestRecord) {
    for (const member of (await channels.find(request.channel))?.members ?? []) {
      links.toAccount(member, { type: 'requests.left', request: request._id });
    }
    board.moved();
  }

  async function settleAsLeft(filter: { _id: RequestRecord['_id'] } | { browser: BrowserId }) {
    const settled = { $set: { state: 'left' as const, settledAt: clock.now() } };
    const left = await requests.findOneAndUpdate({ ...filter, state: 'waiting' }, settled).lean();
    if (left === null) return undefined;
    await deadlines.cancel('request-abandoned', left._id);
    await withdraw(left);
    return left;
  }

  async function sendHome(filter: Parameters<typeof settleAsLeft>[0]) {
    const left = await settleAsLeft(filter);
    if (left !== undefined) links.toBrowser(left.browser, { type: 'requests.gone' });
  }

  /** Removing a channel settles who waits in it. Whoever came into line just after that finds out here. */
  async function sendHomeIfRemoved(request: RequestRecord) {
    if ((await channels.find(request.channel)) !== undefined) return;
    await sendHome({ _id: request._id });
    throw new AppError('not-found', { text: channelGoneText });
  }

  deadlines.on('request-abandoned', async (subject) => {
    const waiting = await requests.findOne({ _id: v.parse(RequestId, subject), state: 'waiting' }).lean();
    if (waiting === null || links.browserConnected(waiting.browser)) return;
    await sendHome({ _id: waiting._id });
  });

  async function whoTook(request: RequestRecord): Promise<AppError> {
    const name = request.claimedBy === undefined ? undefined : (await accounts.face(request.claimedBy))?.displayName;
    return new AppError('already-taken', { text: name === undefined ? 'Somebody else took it.' : `Taken by ${name}.` });
  }

  async function beginSession(request: RequestRecord, session: SessionId, rep: Account) {
    const { browser, channel, name, email, phone, incident, reason, channelName } = request;
    const fresh = {
      _id: session,
      owner: rep.id,
      browser,
      customer: { name, email, phone },
      channel,
      channelName,
      incident: incident ?? null,
      reason,
    };
    return sessions.begin(fresh, entriesOfRequest(fresh, request.message, rep));
  }

  /** A claim that came to no session must not hold the rep's seat, nor the customer. Rejects with what to tell. */
  async function undoClaim(request: RequestRecord, session: SessionId, rep: Account, error: unknown): Promise<never> {
    await presences.giveSeatBack(rep.id, session);
    if (isDuplicateKey(error)) {
      // The same browser came into a session by a code, in the moment of the claim.
      await putOut(request._id, session);
      await withdraw(request);
      throw new AppError('not-found', { text: 'They are talking with somebody already.', cause: error });
    }
    await putBack(request._id, session);
    board.moved();
    throw error;
  }

  async function putOut(_id: RequestRecord['_id'], session: SessionId) {
    await requests.updateOne({ _id, session }, { $set: { state: 'left' }, $unset: { claimedBy: '', session: '' } });
  }

  /** Back into line, unless the same browser has asked anew meanwhile. */
  async function putBack(_id: RequestRecord['_id'], session: SessionId) {
    const back = { $set: { state: 'waiting' as const }, $unset: { claimedBy: '', session: '', settledAt: '' } };
    try {
      await requests.updateOne({ _id, session }, back);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await putOut(_id, session);
    }
  }

  async function tellClaimed(request: RequestRecord, record: SessionRecord, rep: Account) {
    links.toBrowser(request.browser, { type: 'requests.claimed', session: await sessions.head(record, 'customer') });
    for (const member of (await channels.find(request.channel))?.members ?? []) {
      const mine = member === rep.id;
      links.toAccount(member, { type: 'requests.claimed', request: request._id, by: rep.displayName, mine });
    }
    links.toAccount(rep.id, { type: 'sessions.changed', session: await sessions.head(record, 'rep') });
  }

  /** A crash between removing a channel and settling who waited in it. */
  async function sendHomeFromRemoved() {
    const open = new Set((await channels.list()).map(({ id }) => id));
    for (const { _id, channel } of await requests.find({ state: 'waiting' }).lean()) {
      if (!open.has(channel)) await sendHome({ _id });
    }
  }

  async function waitForPages(set: Deadlines['set']) {
    for (const waiting of await requests.find({ state: 'waiting' }).lean()) {
      if (links.browserConnected(waiting.browser)) continue;
      await set('request-abandoned', waiting._id, clock.now() + pageGoneMs);
    }
  }

  return {
    waitingOf,
    async ask(browser, form) {
      if (await waitingOf(browser)) throw new AppError('already-waiting');
      const incident = await incidents.choose(form.incident ?? null, form.channel);
      const place = { incident, ...(await placeFor(form)) };
      const request: RequestRecord = { _id: newId(RequestId), browser, ...form, ...place, state: 'waiting' };
      await joinLine(requests, request);
      // A page that closed while it asked has been missed already: nobody would take its request out of the line.
      if (!links.browserConnected(browser))
        await deadlines.set('request-abandoned', request._id, clock.now() + pageGoneMs);
      await sendHomeIfRemoved(request);
      await announce(request);
      return request;
    },
    async change(browser, form) {
      const waiting = await waitingOf(browser);
      if (waiting === undefined)
        throw new AppError('not-found', { text: 'You are not in line (any more). Ask again.' });
      const place = waiting.channel === form.channel ? {} : await placeFor(form);
      const incident = await incidents.choose(form.incident ?? null, form.channel, waiting);
      const change = { $set: { ...form, incident, ...place } };
      const changed = await requests
        .findOneAndUpdate({ _id: waiting._id, state: 'waiting' }, change, { returnDocument: 'after' })
        .lean();
      if (changed === null) throw new AppError('not-found', { text: 'Somebody is answering your request already.' });
      if (waiting.channel !== form.channel) await withdraw(waiting);
      await sendHomeIfRemoved(changed);
      await announce(changed);
      return changed;
    },
    async channelRemoved(channel) {
      for (const { _id } of await requests.find({ channel, state: 'waiting' }).lean()) await sendHome({ _id });
    },
    async leave(browser) {
      await settleAsLeft({ browser });
    },
    async claim(rep, id) {
      const request = await requests.findOne({ _id: id }).lean();
      if (request === null || !rep.channels.includes(request.channel)) throw new AppError('not-found');
      if (request.state === 'claimed') throw await whoTook(request);
      const setup = await channels.find(request.channel);
      if (setup === undefined) throw new AppError('not-found');
      // The seat first: a request that is claimed is never put back because its rep had no room.
      const session = newId(SessionId);
      const limit = rep.capacity ?? settingsInForce(setup, await defaults.get()).availableQueue;
      if (!(await presences.takeSeat(rep.id, session, limit))) throw new AppError('at-capacity');
      const claim = { $set: { state: 'claimed' as const, claimedBy: rep.id, settledAt: clock.now(), session } };
      const won = await requests
        .findOneAndUpdate({ _id: id, state: 'waiting' }, claim, { returnDocument: 'after' })
        .lean();
      if (won === null) {
        await presences.giveSeatBack(rep.id, session);
        const lost = await requests.findOne({ _id: id }).lean();
        throw lost?.state === 'claimed' ? await whoTook(lost) : new AppError('not-found', { text: 'They have left.' });
      }
      const record = await beginSession(won, session, rep).catch((error: unknown) =>
        undoClaim(won, session, rep, error),
      );
      await tellClaimed(won, record, rep);
      // A deadline of the request is left to fall due: it looks again, and finds nobody in line.
      queueLook.waitEnded(won.channel);
      await presences.refresh(rep.id);
      return record;
    },
    async pageOpened(browser) {
      const waiting = await waitingOf(browser);
      if (waiting !== undefined) await deadlines.cancel('request-abandoned', waiting._id);
    },
    async pageClosed(browser) {
      const waiting = await waitingOf(browser);
      if (waiting !== undefined) await deadlines.set('request-abandoned', waiting._id, clock.now() + pageGoneMs);
    },
    async recover() {
      // What cannot be read can be neither taken nor left, and would keep its customer from asking anew.
      const all = await requests.find({ state: 'waiting' }).select('_id').lean();
      const damaged = unreadableIds(all, await requests.find({ state: 'waiting' }).lean());
      await requests.updateMany({ _id: { $in: damaged } }, { $set: { state: 'left' } });
      // A crash between claim and session concerns the latest claims only.
      const latest = await requests.find({ state: 'claimed' }).sort({ settledAt: -1 }).limit(latestClaims).lean();
      for (const claimed of latest) {
        if (claimed.session === undefined || (await sessions.load(claimed.session)) !== undefined) continue;
        await putBack(claimed._id, claimed.session);
      }
      await waitForPages(deadlines.set);
      await sendHomeFromRemoved();
    },
    async compareLinks() {
      await waitForPages(deadlines.ensure);
      await sendHomeFromRemoved();
    },
  };
}
