/** Who wants something done that only few can have at once. */
export interface Asker {
  /** Who shares the turns with others: an address, or an account. */
  readonly key: string;
  /** Known people have a lane of their own, which no crowd of strangers can fill. */
  readonly isKnown: boolean;
}

/** Runs `work` when its turn comes; rejects with the error of `refuse` when there are too many before it. */
export type FairLine = <T>(asker: Asker, work: () => Promise<T>) => Promise<T>;

/**
 * At most `atOnce` run together, and `waiting` wait in each of the two lanes, which take turns. Within a lane it goes
 * round by key, whoever has how many there; and when it is full, whoever has most there gives way to who has fewer. So
 * one address never keeps another one waiting for more than one of its own.
 */
export function createFairLine(limits: { atOnce: number; waiting: number; refuse: () => Error }): FairLine {
  const { atOnce, waiting, refuse } = limits;
  const known = createLane();
  const strangers = createLane();
  let running = 0;
  let isStrangersTurn = false;

  function enter({ key, isKnown }: Asker): Promise<void> {
    const lane = isKnown ? known : strangers;
    if (lane.size() >= waiting && !lane.makeRoomFor(key, refuse)) throw refuse();
    return new Promise((begin, giveUp) => lane.put(key, { begin, giveUp }));
  }

  function next(): Place | undefined {
    const [first, second] = isStrangersTurn ? [strangers, known] : [known, strangers];
    isStrangersTurn = !isStrangersTurn;
    return first.take() ?? second.take();
  }

  return async (asker, work) => {
    if (running >= atOnce) await enter(asker);
    else running += 1;
    try {
      return await work();
    } finally {
      // Whoever finishes hands the place over, so `running` is right without being counted again.
      const successor = next();
      if (successor === undefined) running -= 1;
      else successor.begin();
    }
  };
}

interface Place {
  readonly begin: () => void;
  readonly giveUp: (error: Error) => void;
}

/** Places by key; the map's order is whose turn it is. */
function createLane() {
  const places = new Map<string, Place[]>();
  let size = 0;
  return {
    size: () => size,
    put(key: string, place: Place) {
      places.set(key, [...(places.get(key) ?? []), place]);
      size += 1;
    },
    take(): Place | undefined {
      for (const [key, [first, ...rest]] of places) {
        places.delete(key);
        if (rest.length > 0) places.set(key, rest);
        size -= 1;
        return first;
      }
      return undefined;
    },
    /** Sends the latest place of whoever has most away, unless that is no more than `key` would then have. */
    makeRoomFor(key: string, refuse: () => Error): boolean {
      const [greatest, own] = [...places].reduce((most, one) => (one[1].length > most[1].length ? one : most));
      if (own.length <= (places.get(key)?.length ?? 0) + 1) return false;
      own.pop()?.giveUp(refuse());
      if (own.length === 0) places.delete(greatest);
      size -= 1;
      return true;
    },
  };
}
