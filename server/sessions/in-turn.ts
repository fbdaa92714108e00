/** Runs tasks of one key one after the other, tasks of different keys at the same time. */
export type InTurn = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/**
 * Spares tries that would collide inside one process. What is right never depends on it: other processes are held off by
 * the store's unique indexes and conditional updates alone.
 */
export function createInTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (key, task) => {
    const before = last.get(key);
    const mine = before === undefined ? task() : before.then(task, task);
    // Who comes next must wait for the end, however it ends; the failure itself belongs to whoever asked for this task.
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
