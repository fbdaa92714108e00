/** From where people sign in, so that a crowd of strangers at the door does not keep them out. */
import type { Clock } from '../config/clock.ts';
import type { SignInPlaceModel } from './sign-in-place-model.ts';

const DAY_MS = 24 * 3_600_000;
/** How long a place is remembered after the last sign-in from there. */
const LIFE_MS = 60 * DAY_MS;
/** Kept in memory, the latest first: asked at every try, and a flood of tries must not become one of queries. */
const MOST_PLACES = 20_000;

export interface SignInPlaces {
  /** Whether anybody has signed in to this account from there. */
  has(userId: string, address: string): boolean;
  /** Somebody has. */
  note(userId: string, address: string): Promise<void>;
}

/** Resolves when what was noted before has been read. */
export async function openSignInPlaces(model: SignInPlaceModel, clock: Clock): Promise<SignInPlaces> {
  const stored = await model.find().sort({ expiresAt: -1 }).limit(MOST_PLACES).lean();
  const places = new Map(stored.reverse().map(({ _id, expiresAt }) => [_id, expiresAt.getTime()]));
  const idOf = (userId: string, address: string) => `${userId.toLowerCase()} ${address}`;

  return {
    has: (userId, address) => (places.get(idOf(userId, address)) ?? 0) > clock.now(),
    async note(userId, address) {
      const id = idOf(userId, address);
      const until = clock.now() + LIFE_MS;
      if ((places.get(id) ?? 0) > until - DAY_MS) return;
      await model.updateOne({ _id: id }, { $set: { expiresAt: new Date(until) } }, { upsert: true });
      places.delete(id);
      places.set(id, until);
      const [oldest] = places.keys();
      if (places.size > MOST_PLACES && oldest !== undefined) places.delete(oldest);
    },
  };
}
