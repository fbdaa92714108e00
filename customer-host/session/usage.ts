/** How long the screen was open to somebody and how long it was controlled, for the last words of the host. */
import type { BannerState } from '../windows/host-windows.ts';

export interface Usage {
  readonly lastedSeconds: number;
  readonly sawSeconds: number;
  readonly controlledSeconds: number;
}

export interface UsageMeter {
  /** From `now` (milliseconds) on it is so. */
  enter(state: BannerState, now: number): void;
  read(now: number): Usage;
}

export function createUsage(): UsageMeter {
  let startedAt: number | undefined;
  let since = 0;
  let state: BannerState = 'connecting';
  const spentMs = { seen: 0, controlled: 0 };

  function settle(now: number): void {
    startedAt ??= now;
    if (state !== 'connecting') spentMs.seen += now - since;
    if (state === 'controlling') spentMs.controlled += now - since;
    since = now;
  }

  return {
    enter(next, now) {
      settle(now);
      state = next;
    },
    read(now) {
      settle(now);
      return {
        lastedSeconds: (now - (startedAt ?? now)) / 1000,
        sawSeconds: spentMs.seen / 1000,
        controlledSeconds: spentMs.controlled / 1000,
      };
    },
  };
}
