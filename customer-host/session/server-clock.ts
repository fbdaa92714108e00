/**
 * The server's time as this computer can tell it. It never goes back, and follows the faster of two clocks: the wall's
 * can be set back, the steady one stands still while the computer sleeps. Neither may make a consent last longer than the
 * customer said.
 */
export interface ServerClock {
  /** Milliseconds; never less than at an earlier call, unless `set` came between. */
  now(): number;
  /** The server says what time it is. */
  set(serverTime: number): void;
}

export interface OwnClocks {
  /** Milliseconds since 1970, as the computer shows them. */
  readonly wall: () => number;
  /** Milliseconds that only grow. */
  readonly steady: () => number;
}

/** Less than this is the roughness of the clocks and not somebody's hand, in milliseconds. */
const SET_BACK_MS = 1000;

export function createServerClock({ wall, steady }: OwnClocks): ServerClock {
  let offsetMs = 0;
  /** What the wall clock is behind by since it was set back. */
  let setBackMs = 0;
  /** How far the wall clock has been ahead of the steady one at most. */
  let aheadMs = wall() - steady();

  function own(): number {
    const steadyNow = steady();
    const ahead = wall() + setBackMs - steadyNow;
    if (ahead < aheadMs - SET_BACK_MS) setBackMs += aheadMs - ahead;
    else aheadMs = Math.max(aheadMs, ahead);
    return steadyNow + aheadMs;
  }

  return {
    now: () => Math.floor(own() + offsetMs),
    set(serverTime) {
      offsetMs = serverTime - own();
    },
  };
}
