/** Sentences with figures for who runs the test; nothing is asserted about times on somebody's busy machine. */
import type { LinkBreak, Written } from './fleet-words.ts';

/** How soon links were there again, counted from the moment in which the new server answered. */
export function describeBreaks(breaks: readonly LinkBreak[], servesAt: number): string {
  const waits = breaks.map(({ openAt }) => Math.max(0, openAt - servesAt)).toSorted((one, other) => one - other);
  const away = breaks.map(({ lostAt, openAt }) => openAt - lostAt).toSorted((one, other) => one - other);
  return (
    `${breaks.length} links back ${at(waits, 0.5)} ms (median), ${at(waits, 0.99)} ms (p99) after the server was; ` +
    `cut off for ${at(away, 0.5)} ms (median), ${at(away, 0.99)} ms (p99)`
  );
}

export function describeWritten(written: readonly Written[]): string {
  const twice = written.filter(({ sent }) => sent > 1).length;
  const [first, last] = [Math.min(...moments(written)), Math.max(...moments(written))];
  return `${written.length} messages in ${((last - first) / 1000).toFixed(1)} s, ${twice} of them sent again`;
}

function moments(written: readonly Written[]): number[] {
  return written.flatMap(({ invokedAt, acknowledged }) => [invokedAt, acknowledged?.at ?? invokedAt]);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
