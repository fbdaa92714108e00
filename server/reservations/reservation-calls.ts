/** Calling back: exactly one rep does, in a session with a code, until the customer is in or did not answer. */
import * as v from 'valibot';
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { ReservationId, SessionId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import { newId } from '../secrets/random.ts';
import { authorOf, repAuthor, systemAuthor } from '../sessions/authors.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { ReservationModel, ReservationRecord } from './reservation-model.ts';
import type { ReservationNews } from './reservation-news.ts';
import { settleReservation } from './settle-reservation.ts';

/** A call that has come to nothing by then goes back into the list, so that a rep who vanished holds nobody up. */
export const callLastsMs = 30 * 60_000;

type Caller = Pick<Account, 'id' | 'displayName' | 'channels'>;

export interface ReservationCalls {
  /** @throws AppError `not-found`, `already-taken` (names who calls) */
  callBack(rep: Caller, reservation: ReservationId): Promise<SessionRecord>;
  /** @throws AppError `not-found` unless this rep calls */
  missed(rep: Caller, reservation: ReservationId): Promise<void>;
  /** @throws AppError `not-found`, `already-taken` while another rep calls */
  done(rep: Caller, reservation: ReservationId): Promise<void>;
  /** After a start: calls without a session are undone. */
  recover(): Promise<void>;
}

export interface ReservationCallNeeds {
  readonly model: ReservationModel;
  readonly news: ReservationNews;
  readonly sessions: Pick<Sessions, 'begin' | 'load' | 'end' | 'showHead' | 'onCustomerIn' | 'onEnd'>;
  readonly issueCode: (session: SessionId) => Promise<unknown>;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

export function createReservationCalls(needs: ReservationCallNeeds): ReservationCalls {
  const { model, news, sessions, issueCode, deadlines, clock } = needs;

  async function ofTheirs(rep: Caller, _id: ReservationId): Promise<ReservationRecord> {
    const record = await model.findOne({ _id, open: true }).lean();
    if (record === null || !rep.channels.includes(record.channel)) {
      throw new AppError('not-found', { text: 'This reservation is no longer open.' });
    }
    return record;
  }

  /** Puts the reservation back into the list if this session still is its call. */
  async function putBack(session: SessionId, why: 'missed' | 'undone'): Promise<void> {
    const change = {
      $set: { state: 'open' as const, ...(why === 'missed' ? { due: false, lastMissedAt: clock.now() } : {}) },
      $unset: { calling: '' },
      ...(why === 'missed' ? { $inc: { missed: 1 } } : {}),
    };
    const ofCall = { 'calling.session': session, state: 'calling' as const };
    const back = await model.findOneAndUpdate(ofCall, change, { returnDocument: 'after' }).lean();
    if (back === null) return;
    await deadlines.cancel('reservation-call', back._id);
    await news.changed(back);
  }

  async function endCall(session: SessionId | undefined, by: Parameters<Sessions['end']>[1]): Promise<void> {
    const record = session === undefined ? undefined : await sessions.load(session);
    // Once the customer is in, the session is a matter of its own.
    if (record?.state === 'waiting-code') await sessions.end(record, by, 'finished');
  }

  deadlines.on('reservation-call', async (subject) => {
    const calling = await model.findOne({ _id: v.parse(ReservationId, subject), state: 'calling' }).lean();
    const session = calling?.calling?.session;
    if (session === undefined) return;
    await endCall(session, systemAuthor);
    await putBack(session, 'missed');
  });

  sessions.onCustomerIn(async ({ _id: session, owner }) => {
    const calling = await model.findOne({ 'calling.session': session, open: true }).lean();
    const by = { id: owner, displayName: calling?.calling?.by ?? '' };
    if (calling !== null) await settleReservation(needs, { 'calling.session': session }, { how: 'done', by });
  });

  sessions.onEnd(async ({ _id: session, projection }) => {
    if (!projection.customerIn) await putBack(session, 'missed');
  });

  return {
    async callBack(rep, _id) {
      await ofTheirs(rep, _id);
      const session = newId(SessionId);
      const calling = { account: rep.id, by: rep.displayName, since: clock.now(), session };
      const claim = { $set: { state: 'calling' as const, calling } };
      const won = await model.findOneAndUpdate({ _id, state: 'open' }, claim, { returnDocument: 'after' }).lean();
      if (won === null) throw takenBy(await ofTheirs(rep, _id));
      await deadlines.set('reservation-call', _id, calling.since + callLastsMs);
      try {
        const record = await sessions.begin(newSession(won, session, rep), firstEntries(won, rep));
        await issueCode(session);
        await sessions.showHead(session);
        await news.changed(won);
        return record;
      } catch (error) {
        await putBack(session, 'undone');
        throw error;
      }
    },
    async missed(rep, _id) {
      const { calling } = await ofTheirs(rep, _id);
      if (calling?.account !== rep.id) throw new AppError('not-found', { text: 'You are not calling this customer.' });
      await putBack(calling.session, 'missed');
      await endCall(calling.session, repAuthor(rep));
    },
    async done(rep, _id) {
      const record = await ofTheirs(rep, _id);
      if (record.calling !== undefined && record.calling.account !== rep.id) throw takenBy(record);
      const asSeen = record.calling === undefined ? { state: 'open' as const } : { 'calling.account': rep.id };
      const before = await settleReservation(needs, { _id, ...asSeen }, { how: 'done', by: rep });
      if (before === undefined) throw takenBy(await ofTheirs(rep, _id));
      await endCall(before.calling?.session, repAuthor(rep));
    },
    async recover() {
      for (const { calling } of await model.find({ open: true, state: 'calling' }).lean()) {
        if (calling !== undefined && (await sessions.load(calling.session)) === undefined)
          await putBack(calling.session, 'undone');
      }
    },
  };
}

function takenBy({ calling }: ReservationRecord): AppError {
  return new AppError('already-taken', {
    text: calling === undefined ? 'Somebody else was faster.' : `${calling.by} is calling already.`,
  });
}

function newSession(record: ReservationRecord, _id: SessionId, { id: owner }: Caller) {
  const { name, email, phone, channel, channelName, reason } = record;
  return { _id, owner, customer: { name, email, phone }, channel, channelName, reason };
}

function firstEntries({ name, email, phone, channelName, reason, message }: ReservationRecord, rep: Caller) {
  const customer = authorOf({ customer: { name, email, phone } }, 'customer');
  return [
    { by: customer, body: { kind: 'requested' as const, channel: channelName, reason, message } },
    { by: repAuthor(rep), body: { kind: 'joined' as const, role: 'rep' as const } },
  ];
}
