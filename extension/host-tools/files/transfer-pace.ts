/** How fast a copy goes and how long it takes yet, over the last seconds. Pure. */
export interface Pace {
  readonly bytesPerSecond: number;
  /** `undefined` while nothing moves, or nobody knows how much it is. */
  readonly leftMs: number | undefined;
}

export type PaceSample = { readonly atMs: number; readonly bytes: number };

const OVER_MS = 5000;

/** The samples with another one, without those that are too old to count. */
export function withSample(samples: readonly PaceSample[], sample: PaceSample): PaceSample[] {
  const last = samples.at(-1);
  // What went back was begun anew.
  const before = last !== undefined && last.bytes > sample.bytes ? [] : samples;
  return [...before.filter(({ atMs }) => sample.atMs - atMs <= OVER_MS), sample];
}

export function paceOf(samples: readonly PaceSample[], totalBytes: number | undefined): Pace {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || last.atMs <= first.atMs)
    return { bytesPerSecond: 0, leftMs: undefined };
  const bytesPerSecond = ((last.bytes - first.bytes) * 1000) / (last.atMs - first.atMs);
  if (bytesPerSecond <= 0 || totalBytes === undefined) return { bytesPerSecond, leftMs: undefined };
  return { bytesPerSecond, leftMs: (Math.max(0, totalBytes - last.bytes) * 1000) / bytesPerSecond };
}
