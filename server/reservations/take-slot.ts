import * as v from 'valibot';
import { AppError } from '../../shared/contract/errors.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import { freeSlot } from './free-slot.ts';
import type { ReservationModel, ReservationRecord } from './reservation-model.ts';

/** Each try that fails has let somebody else in, and there are at most 999 slots. */
const mostTries = 1000;
const Slotted = v.object({ slot: v.number() });

/**
 * Stores a reservation in a free slot of its channel. The store settles it: of all who come at once, no more get in than
 * there is room for, and each browser once.
 * @throws AppError `already-waiting` when this browser has an open one, `reservations-full`
 */
export async function takeSlot(
  model: ReservationModel,
  limit: number,
  inSlot: (slot: number) => ReservationRecord,
): Promise<ReservationRecord> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { channel, browser } = inSlot(0);
    // As they are stored: one that cannot be read holds its slot all the same.
    const taken = await model.find({ channel, open: true }).select('slot').lean();
    const slot = freeSlot(new Set(taken.flatMap((one) => (v.is(Slotted, one) ? [one.slot] : []))), limit);
    if ((await model.findOne({ browser, open: true }).lean()) !== null) throw alreadyReserved();
    if (slot === undefined) throw new AppError('reservations-full');
    const record = inSlot(slot);
    try {
      await model.create([record]);
      return record;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // One of this browser that cannot be read must not keep its customer from reserving.
      if (isDuplicateKey(error, 'browser')) await makeRoom(model, record);
    }
  }
  throw new Error(`No slot for a reservation after ${mostTries} tries.`);
}

async function makeRoom(model: ReservationModel, { browser }: ReservationRecord): Promise<void> {
  if ((await model.findOne({ browser, open: true }).lean()) !== null) throw alreadyReserved();
  await model.updateMany({ browser, open: true }, { $set: { state: 'expired' }, $unset: { open: '' } });
}

function alreadyReserved(): AppError {
  return new AppError('already-waiting', { text: 'You have a reservation already in this browser.' });
}
