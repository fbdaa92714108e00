import type { QueryFilter } from 'mongoose';
import type { Account } from '../../shared/contract/account.ts';
import type { ReservationEnd } from '../../shared/contract/reservation.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { ReservationModel, ReservationRecord } from './reservation-model.ts';
import type { ReservationNews } from './reservation-news.ts';

export interface SettleNeeds {
  readonly model: ReservationModel;
  readonly news: ReservationNews;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

/** Why it is over, and which rep said so. */
export interface Settling {
  readonly how: ReservationEnd;
  readonly by?: Pick<Account, 'id' | 'displayName'> | undefined;
}

/** Ends an open reservation that fits the filter, once. Gives it as it was before, or `undefined` when none fits (any more). */
export async function settleReservation(
  { model, news, deadlines, clock }: SettleNeeds,
  filter: QueryFilter<ReservationRecord>,
  { how, by }: Settling,
): Promise<ReservationRecord | undefined> {
  const settled = { state: how, settledAt: clock.now(), ...(by === undefined ? {} : { settledBy: by.id }) };
  const change = { $set: settled, $unset: { open: '', calling: '' } };
  const before = await model.findOneAndUpdate({ ...filter, open: true }, change).lean();
  if (before === null) return undefined;
  for (const kind of ['reservation-due', 'reservation-expired', 'reservation-call'] as const) {
    await deadlines.cancel(kind, before._id);
  }
  await news.settled(before, how, by?.displayName ?? null);
  return before;
}
