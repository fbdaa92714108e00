import type { WaitRange } from '../../shared/contract/channel.ts';

/** How long somebody really waited, and which place they had when they got in line. */
export interface WaitSample {
  readonly waitedMs: number;
  /** From 1. */
  readonly placeAtStart: number;
  /** When the wait ended, by the server's clock. */
  readonly endedAt: number;
}

/** Fewer real waits than this say nothing about the next one. */
export const fewestSamples = 3;
/** Waits older than this were on another day, with other people there. */
export const oldestSampleMs = 2 * 60 * 60_000;
const lowerShare = 0.25;
const upperShare = 0.85;
const minuteMs = 60_000;

/**
 * A range in whole minutes for somebody at `place`, from what one place in line really took lately; `null` when too
 * little is known to be honest. The range widens with the place, because what is not known adds up.
 */
export function waitRange(samples: readonly WaitSample[], place: number, now: number): WaitRange {
  const perPlaceMs = samples
    .filter((sample) => now - sample.endedAt <= oldestSampleMs)
    .map((sample) => sample.waitedMs / sample.placeAtStart)
    .toSorted((one, other) => one - other);
  if (perPlaceMs.length < fewestSamples) return null;
  const fromMinutes = Math.floor((percentile(perPlaceMs, lowerShare) * place) / minuteMs);
  const toMinutes = Math.ceil((percentile(perPlaceMs, upperShare) * place) / minuteMs);
  return { fromMinutes, toMinutes: Math.max(toMinutes, fromMinutes + 1) };
}

/** The value below which `share` of the sorted values lie: always one that was measured, never one in between. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
