import type { WorkInHand } from './work-in-hand.ts';

/** Runs work for one key after what was begun for it before; work for different keys does not wait. */
export type InOrder = (key: string, work: () => Promise<void>) => Promise<void>;

/** Returned promises never reject: what failed goes to `onFault`, and the next work runs all the same. */
export function createInOrder(onFault: (error: unknown) => void, { track }: Pick<WorkInHand, 'track'>): InOrder {
  const last = new Map<string, Promise<void>>();
  return (key, work) => {
    const done = (last.get(key) ?? Promise.resolve()).then(work).catch(onFault);
    last.set(key, done);
    void done.then(() => {
      if (last.get(key) === done) last.delete(key);
    });
    return track(done);
  };
}
