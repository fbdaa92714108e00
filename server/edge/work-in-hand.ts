/** What has been begun and is not finished: waited for before the store is closed under it. */
export interface WorkInHand {
  /** Returns the same promise. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is in hand any more, also nothing that was begun meanwhile; at the latest after `withinMs`. */
  settled(withinMs: number): Promise<void>;
}

export function createWorkInHand(): WorkInHand {
  const open = new Set<Promise<unknown>>();
  return {
    track(work) {
      const finish = () => open.delete(work);
      open.add(work);
      // Whoever began it handles a failure; here it only counts as finished.
      work.then(finish, finish);
      return work;
    },
    async settled(withinMs) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(() => resolve('late'), withinMs);
      });
      const isLate = async () => (await Promise.race([Promise.allSettled(open), late])) === 'late';
      while (open.size > 0 && !(await isLate())) continue;
      clearTimeout(timer);
    },
  };
}
