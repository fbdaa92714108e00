/** So many tries in so much time, exactly and not by the quarter of an hour, settled by the store. */
import { clearedLate } from '../documents/cleared-late.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import { randomId } from '../secrets/random.ts';
import type { GuessModel, Try } from './guess-model.ts';

/** Returns one try, and never another one that was made in the same moment. */
export type GiveBack = () => Promise<void>;

export interface TryWindow {
  /** Takes a try if there is one left at `now`; resolves with what gives it back, `undefined` when there is none. */
  take(id: string, most: number, now: number): Promise<GiveBack | undefined>;
  /** Counts a try however many there were; the latest `kept` are remembered. */
  note(id: string, kept: number, now: number): Promise<GiveBack>;
  /** When those that still count were made, the oldest first. */
  recent(id: string, now: number): Promise<number[]>;
}

export function createTryWindow(model: GuessModel, windowMs: number): TryWindow {
  const added = (made: Try, kept: number, now: number) => ({
    $push: { tries: { $each: [made], $slice: -kept } },
    $set: { expiresAt: clearedLate(now + windowMs) },
  });

  const back =
    (id: string, { id: made }: Try) =>
    async () => {
      await model.updateOne({ _id: id }, { $pull: { tries: { id: made } } });
    };

  async function take(id: string, most: number, now: number, isSecond = false): Promise<GiveBack | undefined> {
    // Room: fewer than `most` were ever made, or the oldest of the last `most` counts no more, and gives way.
    const isOld = { $lte: now - windowMs };
    const hasRoom = [{ [`tries.${most - 1}`]: { $exists: false } }, { 'tries.0.at': isOld }, { 'tries.0': isOld }];
    const made = { at: now, id: randomId() };
    try {
      await model.updateOne({ _id: id, $or: hasRoom }, added(made, most, now), { upsert: true });
      return back(id, made);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // It is there and has no room; or two first tries met, and the other one made it.
      return isSecond ? undefined : take(id, most, now, true);
    }
  }

  return {
    take: (id, most, now) => take(id, most, now),
    async note(id, kept, now) {
      const made = { at: now, id: randomId() };
      await model.updateOne({ _id: id }, added(made, kept, now), { upsert: true });
      return back(id, made);
    },
    async recent(id, now) {
      const tries = (await model.findOne({ _id: id }).lean())?.tries ?? [];
      return tries.map(({ at }) => at).filter((at) => at > now - windowMs);
    },
  };
}
