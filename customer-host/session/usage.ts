/**
 * How long somebody saw the screen and how long it was controlled, for the last words of the host. Allowed and looked at
 * by nobody does not count: the customer's page counts the same way, and both stand side by side at the end.
 */
import type { BannerState } from '../windows/host-windows.ts';

export interface Usage {
  readonly lastedSeconds: number;
  readonly sawSeconds: number;
  readonly controlledSeconds: number;
}

export interface UsageMeter {
  /** From `now` (milliseconds) on it is so. */
  enter(state: BannerState, now: number): void;
  /** From `now` on somebody sees the screen, or nobody does. */
  show(isShown: boolean, now: number): void;
  read(now: number): Usage;
}

/** Of a session that began at `startedAt`, before this program came. */
export function createUsage(startedAt: number): UsageMeter {
  let since = startedAt;
  let state: BannerState = 'connecting';
  let isShown = false;
  const spentMs = { seen: 0, controlled: 0 };

  function settle(now: number): void {
    if (isShown && state !== 'connecting' && state !== 'tools') spentMs.seen += now - since;
    if (isShown && state === 'controlling') spentMs.controlled += now - since;
    since = now;
  }

  return {
    enter(next, now) {
      settle(now);
      state = next;
    },
    show(next, now) {
      settle(now);
      isShown = next;
    },
    read(now) {
      settle(now);
      return {
        lastedSeconds: (now - startedAt) / 1000,
        sawSeconds: spentMs.seen / 1000,
        controlledSeconds: spentMs.controlled / 1000,
      };
    },
  };
}
