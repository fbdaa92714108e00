/** Reservations from their being left to their end: one for each browser, no more for a channel than it takes. */
import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { ReservationId } from '../../shared/contract/identifiers.ts';
import type { ChannelId } from '../../shared/contract/identifiers.ts';
import type { ReservationEnding } from '../../shared/contract/ending.ts';
import type { ReservationChange, ReservationForm } from '../../shared/contract/reservation.ts';
import type { OrganisationTimes } from '../../shared/contract/reservation-operations.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import { anyOf } from '../documents/any-of.ts';
import { findTogether } from '../documents/find-together.ts';
import type { ChannelDirectory } from '../edge/feature-seam.ts';
import type { BrowserId } from '../edge/links.ts';
import type { Endings } from '../endings/ending-service.ts';
import type { QueueLook } from '../queue/queue-look.ts';
import { newId } from '../secrets/random.ts';
import type { ReservationMail } from './reservation-mail.ts';
import type { ReservationModel, ReservationRecord } from './reservation-model.ts';
import type { ReservationNews } from './reservation-news.ts';
import { settleReservation } from './settle-reservation.ts';
import { takeSlot } from './take-slot.ts';
import { checkWishedTime } from './wished-time.ts';

const dayMs = 24 * 60 * 60_000;
/** Somebody calls just when a reservation expires: it is looked at again after this time. */
const lookAgainMs = 60 * 60_000;
const channelGoneText = 'This channel is gone. Choose another one.';

export interface Reservations {
  /** The open reservation of a browser. */
  openOf(browser: BrowserId): Promise<ReservationRecord | undefined>;
  /** The open reservations of these channels. */
  ofChannels(channels: readonly ChannelId[]): Promise<ReservationRecord[]>;
  /** @throws AppError `already-waiting`, `not-found` (no such channel), `not-allowed` (somebody is free), `reservations-full`, `invalid` (wished time) */
  leave(browser: BrowserId, form: ReservationForm): Promise<ReservationRecord>;
  /** @throws AppError `not-found`, `not-allowed` while somebody calls, `invalid` (wished time) */
  change(browser: BrowserId, change: ReservationChange): Promise<ReservationRecord>;
  /** Gives what it was; harmless when there is none. */
  cancel(browser: BrowserId): Promise<ReservationRecord | undefined>;
  /** A channel has been removed: nobody will call who reserved in it. */
  channelRemoved(channel: ChannelId): Promise<void>;
  /** Makes up for removed channels whose reservations could not be settled at the time. */
  compareChannels(): Promise<void>;
  /** After a start: what a crash has cut off is made up for. */
  recover(): Promise<void>;
}

export interface ReservationNeeds {
  readonly model: ReservationModel;
  readonly queueLook: Pick<QueueLook, 'look'>;
  readonly channels: Pick<ChannelDirectory, 'find' | 'list'>;
  readonly times: () => Promise<OrganisationTimes>;
  readonly news: ReservationNews;
  readonly mail: ReservationMail;
  readonly endings: Pick<Endings, 'tell' | 'forget'>;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

export function createReservations(needs: ReservationNeeds): Reservations {
  const { model, queueLook, channels, times, news, mail, endings, deadlines, clock } = needs;

  const openOfBrowsers = findTogether(
    (browsers: readonly BrowserId[]) =>
      model.find({ browser: anyOf(browsers), open: true }).lean<ReservationRecord[]>(),
    ({ browser }) => browser,
  );

  async function openOf(browser: BrowserId) {
    return (await openOfBrowsers(browser))[0];
  }

  async function channelView(channel: ChannelId) {
    const view = (await queueLook.look()).channels.get(channel);
    if (view === undefined) throw new AppError('not-found', { text: channelGoneText });
    return view;
  }

  async function watch({ _id, wishedAt, due, expiresAt }: ReservationRecord, set: Deadlines['set'] = deadlines.set) {
    await set('reservation-expired', _id, expiresAt);
    if (wishedAt === null || due) await deadlines.cancel('reservation-due', _id);
    else await set('reservation-due', _id, wishedAt);
  }

  /** Ends one without its customer, who is told why: on the page, and by mail where there is an address. */
  async function end(filter: Parameters<typeof settleReservation>[1], why: ReservationEnding): Promise<boolean> {
    const ended = await settleReservation(needs, filter, { how: why });
    if (ended === undefined) return false;
    await endings.tell(ended.browser, { what: 'reservation', why, wishedAt: ended.wishedAt });
    mail.write(ended, why);
    return true;
  }

  /** Removing a channel settles who reserved in it. Whoever was stored just after that finds out here. */
  async function closeIfRemoved({ _id, channel }: ReservationRecord) {
    if ((await channels.find(channel)) !== undefined) return;
    await end({ _id, open: true }, 'closed');
    throw new AppError('not-found', { text: channelGoneText });
  }

  /** A crash between removing a channel and settling who reserved in it. */
  async function closeOfRemoved() {
    const kept = new Set((await channels.list()).map(({ id }) => id));
    for (const { _id, channel } of await model.find({ open: true }).lean())
      if (!kept.has(channel)) await end({ _id, open: true }, 'closed');
  }

  deadlines.on('reservation-due', async (subject) => {
    const _id = v.parse(ReservationId, subject);
    const isDue = { _id, open: true as const, due: false, wishedAt: { $lte: clock.now() } };
    const due = await model.findOneAndUpdate(isDue, { $set: { due: true } }, { returnDocument: 'after' }).lean();
    if (due !== null) await news.changed(due);
  });

  deadlines.on('reservation-expired', async (subject) => {
    const _id = v.parse(ReservationId, subject);
    if (await end({ _id, state: 'open', expiresAt: { $lte: clock.now() } }, 'expired')) return;
    const kept = await model.findOne({ _id, open: true }).lean();
    if (kept !== null)
      await deadlines.set('reservation-expired', _id, Math.max(kept.expiresAt, clock.now() + lookAgainMs));
  });

  return {
    openOf,
    async ofChannels(channels) {
      return model
        .find({ channel: { $in: [...channels] }, open: true })
        .sort({ createdAt: 1 })
        .lean();
    },
    async leave(browser, form) {
      const { channel, status, reservations } = await channelView(form.channel);
      if (status === 'available') {
        throw new AppError('not-allowed', { text: 'Somebody is free now. Ask for help, and they answer here.' });
      }
      const { timeZone, reservationDays } = await times();
      const now = clock.now();
      checkWishedTime(form.wishedAt, channel.hours, timeZone, now);
      const record = await takeSlot(model, reservations.most, (slot) => ({
        ...form,
        _id: newId(ReservationId),
        browser,
        channelName: channel.name,
        createdAt: now,
        expiresAt: (form.wishedAt ?? now) + reservationDays * dayMs,
        open: true,
        slot,
        state: 'open',
        due: false,
        missed: 0,
        lastMissedAt: null,
      }));
      await watch(record);
      await closeIfRemoved(record);
      await endings.forget(browser, now);
      await news.left(record);
      return record;
    },
    async change(browser, change) {
      const before = await openOf(browser);
      if (before === undefined) throw new AppError('not-found', { text: 'Your reservation is no longer open.' });
      const { channel } = await channelView(before.channel);
      const { timeZone, reservationDays } = await times();
      const isNewTime = change.wishedAt !== before.wishedAt;
      if (isNewTime) checkWishedTime(change.wishedAt, channel.hours, timeZone, clock.now());
      const moved = { due: false, expiresAt: (change.wishedAt ?? clock.now()) + reservationDays * dayMs };
      const changed = await model
        .findOneAndUpdate(
          { _id: before._id, state: 'open' },
          { $set: { ...change, ...(isNewTime ? moved : {}) } },
          { returnDocument: 'after' },
        )
        .lean();
      if (changed === null) throw new AppError('not-allowed', { text: 'You are being called at this moment.' });
      await watch(changed);
      await news.changed(changed);
      return changed;
    },
    async cancel(browser) {
      const before = await openOf(browser);
      return before && settleReservation(needs, { _id: before._id, open: true }, { how: 'cancelled' });
    },
    async channelRemoved(channel) {
      for (const { _id } of await model.find({ channel, open: true }).lean()) await end({ _id, open: true }, 'closed');
    },
    compareChannels: closeOfRemoved,
    async recover() {
      await closeOfRemoved();
      for (const record of await model.find({ open: true }).lean()) await watch(record, deadlines.ensure);
    },
  };
}
