import * as v from 'valibot';
import { ChannelId } from '../../shared/contract/identifiers.ts';
import type { ReservationModel } from './reservation-model.ts';

const Counted = v.object({ _id: ChannelId, open: v.number() });

/** How many reservations of each channel are open, damaged ones included: they hold their slots too. */
export async function countReservations(model: ReservationModel): Promise<ReadonlyMap<ChannelId, number>> {
  const found: unknown[] = await model.aggregate([
    { $match: { open: true } },
    { $group: { _id: '$channel', open: { $sum: 1 } } },
  ]);
  const counted = found.flatMap((one) => {
    const read = v.safeParse(Counted, one);
    return read.success ? [read.output] : [];
  });
  return new Map(counted.map(({ _id, open }) => [_id, open]));
}
