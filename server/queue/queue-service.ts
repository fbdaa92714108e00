/** Getting in line, leaving it, and being taken out of it by exactly one rep. */
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { RequestId } from '../../shared/contract/identifiers.ts';
import type { RequestEnding } from '../../shared/contract/ending.ts';
import type { ChannelId } from '../../shared/contract/identifiers.ts';
import type { Priority } from '../../shared/contract/queue-settings.ts';
import type { RequestForm } from '../../shared/contract/support-request.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import { anyOf } from '../documents/any-of.ts';
import { unreadableIds } from '../documents/damage.ts';
import { findTogether } from '../documents/find-together.ts';
import type { ChannelDirectory } from '../edge/feature-seam.ts';
import type { BrowserId, Links } from '../edge/links.ts';
import type { Endings } from '../endings/ending-service.ts';
import type { Incidents } from '../incidents/incident-service.ts';
import { systemAuthor } from '../sessions/authors.ts';
import { newId } from '../secrets/random.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { mayAsk } from './channel-status.ts';
import type { Claims } from './claims.ts';
import { joinLine } from './join-line.ts';
import type { LineNews } from './line-news.ts';
import type { QueueLook } from './queue-look.ts';
import type { RequestModel, RequestRecord } from './request-model.ts';
import type { Takeovers } from './takeovers.ts';

/** A customer whose page is gone this long has left the line. */
export const pageGoneMs = 3 * 60_000;

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
  claim: Claims['claim'];
  /** Says how much a request presses that waits in one of these channels; returns what it was. @throws AppError `not-found` */
  setPriority(among: readonly ChannelId[], request: RequestId, priority: Priority): Promise<Priority>;
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
  readonly claims: Claims;
  readonly news: LineNews;
  readonly takeovers: Pick<Takeovers, 'channelGone'>;
  readonly sessions: Pick<Sessions, 'load' | 'end'>;
  readonly channels: Pick<ChannelDirectory, 'find' | 'list'>;
  readonly incidents: Pick<Incidents, 'choose'>;
  readonly links: Pick<Links, 'toBrowser' | 'browserConnected'>;
  readonly endings: Pick<Endings, 'tell' | 'forget'>;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

/** Of a browser's requests, the one that it made: a session that waits to be taken over is not left by leaving the line. */
const ownRequest = { takeover: { $exists: false } };

export function createQueue(needs: QueueNeeds): Queue {
  const { requests, queueLook, claims, news, takeovers, incidents, sessions, channels, links, endings } = needs;
  const { deadlines, clock } = needs;

  const waitingOfBrowsers = findTogether(
    (browsers: readonly BrowserId[]) =>
      requests.find({ browser: anyOf(browsers), state: 'waiting', ...ownRequest }).lean<RequestRecord[]>(),
    ({ browser }) => browser,
  );

  async function waitingOf(browser: BrowserId): Promise<RequestRecord | undefined> {
    return (await waitingOfBrowsers(browser))[0];
  }

  async function placeFor(form: Form) {
    const view = (await queueLook.look()).channels.get(form.channel);
    if (view === undefined) throw new AppError('not-found', { text: channelGoneText });
    if (!mayAsk(view.status)) throw new AppError('nobody-there');
    return { channelName: view.channel.name, placeAtStart: view.line.length + 1, createdAt: clock.now() };
  }

  async function settleAsLeft(filter: { _id: RequestRecord['_id'] } | ({ browser: BrowserId } & typeof ownRequest)) {
    const settled = { $set: { state: 'left' as const, settledAt: clock.now() } };
    const left = await requests.findOneAndUpdate({ ...filter, state: 'waiting' }, settled).lean();
    if (left === null) return undefined;
    await deadlines.cancel('request-abandoned', left._id);
    await news.left(left);
    return left;
  }

  async function sendHome(_id: RequestRecord['_id'], why: RequestEnding) {
    const left = await settleAsLeft({ _id });
    if (left === undefined) return;
    if (left.takeover === undefined) {
      links.toBrowser(left.browser, { type: 'requests.gone' });
      return endings.tell(left.browser, { what: 'request', why, request: left._id });
    }
    // Its rep is with them still, and goes on.
    if (left.takeover.why === 'transfer') return takeovers.channelGone(left.takeover);
    const session = await sessions.load(left.takeover.session);
    if (session !== undefined) await sessions.end(session, systemAuthor, 'rep-lost');
  }

  /** Removing a channel settles who waits in it. Whoever came into line just after that finds out here. */
  async function sendHomeIfRemoved(request: RequestRecord) {
    if ((await channels.find(request.channel)) !== undefined) return;
    await sendHome(request._id, 'channel-removed');
    throw new AppError('not-found', { text: channelGoneText });
  }

  deadlines.on('request-abandoned', async (subject) => {
    const waiting = await requests.findOne({ _id: v.parse(RequestId, subject), state: 'waiting' }).lean();
    if (waiting === null || links.browserConnected(waiting.browser)) return;
    await sendHome(waiting._id, 'page-closed');
  });

  /** A crash between removing a channel and settling who waited in it. */
  async function sendHomeFromRemoved() {
    const open = new Set((await channels.list()).map(({ id }) => id));
    for (const { _id, channel } of await requests.find({ state: 'waiting' }).lean()) {
      if (!open.has(channel)) await sendHome(_id, 'channel-removed');
    }
  }

  async function waitForPages(set: Deadlines['set']) {
    for (const waiting of await requests.find({ state: 'waiting', ...ownRequest }).lean()) {
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
      const request: RequestRecord = {
        _id: newId(RequestId),
        browser,
        ...form,
        ...place,
        priority: 'normal',
        tried: [],
        state: 'waiting',
      };
      await joinLine(requests, request);
      // A page that closed while it asked has been missed already: nobody would take its request out of the line.
      if (!links.browserConnected(browser))
        await deadlines.set('request-abandoned', request._id, clock.now() + pageGoneMs);
      await sendHomeIfRemoved(request);
      await endings.forget(browser, request.createdAt);
      await news.cameOrChanged(request);
      return request;
    },
    async change(browser, form) {
      const waiting = await waitingOf(browser);
      if (waiting === undefined)
        throw new AppError('not-found', { text: 'You are not in line (any more). Ask again.' });
      const place = waiting.channel === form.channel ? {} : { ...(await placeFor(form)), tried: [] };
      const incident = await incidents.choose(form.incident ?? null, form.channel, waiting);
      const change = { $set: { ...form, incident, ...place } };
      const changed = await requests
        .findOneAndUpdate({ _id: waiting._id, state: 'waiting' }, change, { returnDocument: 'after' })
        .lean();
      if (changed === null) throw new AppError('not-found', { text: 'Somebody is answering your request already.' });
      if (waiting.channel !== form.channel) await news.left(waiting);
      await sendHomeIfRemoved(changed);
      await news.cameOrChanged(changed);
      return changed;
    },
    async channelRemoved(channel) {
      for (const { _id } of await requests.find({ channel, state: 'waiting' }).lean())
        await sendHome(_id, 'channel-removed');
    },
    async leave(browser) {
      await settleAsLeft({ browser, ...ownRequest });
    },
    claim: claims.claim,
    async setPriority(among, _id, priority) {
      const theirs = { _id, state: 'waiting' as const, channel: { $in: [...among] } };
      const before = await requests.findOneAndUpdate(theirs, { $set: { priority } }).lean();
      if (before === null) throw new AppError('not-found', { text: 'They are not in line (any more).' });
      news.moved();
      return before.priority;
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
      await claims.putBackCutOff(0, clock.now() + 1);
      await waitForPages(deadlines.set);
      await sendHomeFromRemoved();
    },
    async compareLinks() {
      await waitForPages(deadlines.ensure);
      await sendHomeFromRemoved();
    },
  };
}
