/** So many tries in so much time, exactly and not by the quarter of an hour, settled by the store. */
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { GuessModel } from './guess-model.ts';

export interface TryWindow {
  /** Takes a try if there is one left at `now`. */
  take(id: string, most: number, now: number): Promise<boolean>;
  /** Counts a try however many there were; the latest `kept` are remembered. */
  note(id: string, kept: number, now: number): Promise<void>;
  giveBack(id: string, at: number): Promise<void>;
  /** When those that still count were made, the oldest first. */
  recent(id: string, now: number): Promise<number[]>;
}

export function createTryWindow(model: GuessModel, windowMs: number): TryWindow {
  const added = (now: number, kept: number) => ({
    $push: { tries: { $each: [now], $slice: -kept } },
    $set: { expiresAt: new Date(now + windowMs) },
  });

  async function take(id: string, most: number, now: number, isSecond = false): Promise<boolean> {
    // Room: fewer than `most` were ever made, or the oldest of the last `most` counts no more, and gives way.
    const hasRoom = [{ [`tries.${most - 1}`]: { $exists: false } }, { 'tries.0': { $lte: now - windowMs } }];
    try {
      await model.updateOne({ _id: id, $or: hasRoom }, added(now, most), { upsert: true });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // It is there and has no room; or two first tries met, and the other one made it.
      return isSecond ? false : take(id, most, now, true);
    }
  }

  return {
    take: (id, most, now) => take(id, most, now),
    async note(id, kept, now) {
      await model.updateOne({ _id: id }, added(now, kept), { upsert: true });
    },
    async giveBack(id, at) {
      await model.updateOne({ _id: id }, { $pull: { tries: at } });
    },
    async recent(id, now) {
      const tries = (await model.findOne({ _id: id }).lean())?.tries ?? [];
      return tries.filter((at) => at > now - windowMs);
    },
  };
}
