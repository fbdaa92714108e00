/** Where the middle and the slow end of some measurements lie. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  /** 95 of 100 were at most this. */
  readonly p95: number;
  /** 99 of 100 were at most this. */
  readonly p99: number;
  readonly slowest: number;
}

/** Nearest-rank percentiles; of nothing they are NaN. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (part: number) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
  return { count: sorted.length, median: rank(0.5), p95: rank(0.95), p99: rank(0.99), slowest: rank(1) };
}

/** The middle of some measurements; NaN of none. */
export function medianOf(values: readonly number[]): number {
  return spreadOf(values).median;
}
