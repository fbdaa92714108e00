/** Events that come while a snapshot is on its way: it may be older than they are, and must not undo them. */
export interface EventHold<Event> {
  /** Applies an event, or keeps it until nothing is under way. */
  take(event: Event): void;
  /** Does the work; what came meanwhile is applied after it, in order, also when it failed. */
  during<T>(work: () => Promise<T>): Promise<T>;
}

export function createEventHold<Event>(apply: (event: Event) => void): EventHold<Event> {
  let held: Event[] = [];
  let underWay = 0;
  return {
    take(event) {
      if (underWay === 0) apply(event);
      else held.push(event);
    },
    async during(work) {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        if (underWay === 0) {
          const missed = held;
          held = [];
          for (const event of missed) apply(event);
        }
      }
    },
  };
}
