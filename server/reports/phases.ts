/** What a session consisted of, stretch by stretch, from its log alone. Pure. */
import type { Phase, PhaseTimes } from '../../shared/contract/report.ts';
import { Phase as Phases } from '../../shared/contract/report.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { consentsInForce, emptyProjection, isGranted, project } from '../sessions/project-session.ts';
import type { SessionProjection } from '../sessions/project-session.ts';

interface Stretch {
  readonly phase: Phase;
  readonly from: number;
  readonly to: number;
}

/**
 * Each phase once, in the order in which they first began. `askedAt` is when the customer got in line, `startedAt` when the
 * session began; one that lasts is counted up to `now`.
 */
export function phasesOf(
  entries: readonly LogEntry[],
  { askedAt, startedAt, now }: { readonly askedAt: number | null; readonly startedAt: number; readonly now: number },
): PhaseTimes[] {
  const end = entries.find(({ kind }) => kind === 'ended')?.at;
  const stretches = joined([
    ...(askedAt === null || askedAt >= startedAt ? [] : [{ phase: 'waiting' as const, from: askedAt, to: startedAt }]),
    ...stretchesOf(entries, end ?? now),
  ]);
  const last = stretches.at(-1);
  return Phases.options
    .flatMap((phase) => {
      const own = stretches.filter((stretch) => stretch.phase === phase);
      const [first, latest] = [own[0], own.at(-1)];
      if (first === undefined || latest === undefined) return [];
      const lasts = end === undefined && latest === last;
      const ms = own.reduce((sum, { from, to }) => sum + to - from, 0);
      return [{ phase, from: first.from, to: lasts ? null : latest.to, ms, stretches: own.length }];
    })
    .toSorted((one, other) => one.from - other.from);
}

/** Between two entries nothing changes, but that a consent may run out. */
function stretchesOf(entries: readonly LogEntry[], end: number): Stretch[] {
  let state = emptyProjection;
  return entries.flatMap((entry, at) => {
    state = project(state, entry);
    if (entry.kind === 'ended') return [];
    const [from, to] = [entry.at, Math.max(entry.at, entries[at + 1]?.at ?? end)];
    const runOut = consentsInForce(state, from).flatMap(({ until }) => (until !== null && until < to ? [until] : []));
    const bounds = [from, ...runOut.toSorted((one, other) => one - other), to];
    return bounds.slice(1).map((until, part) => {
      const since = bounds[part] ?? from;
      return { phase: phaseAt(state, since), from: since, to: until };
    });
  });
}

/** As the summary counts: what nobody looked at was not seen. */
function phaseAt(state: SessionProjection, now: number): Phase {
  if (!state.customerIn) return 'waiting';
  if (state.shown !== 'shown' || !isGranted(state, 'view', now)) return 'chat';
  if (!isGranted(state, 'control', now)) return 'seeing';
  return state.paused ? 'paused' : 'controlling';
}

/** Neighbours of one phase are one stretch, and what took no time is none. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const stretch of stretches) {
    if (stretch.to <= stretch.from) continue;
    const before = whole.at(-1);
    if (before?.phase === stretch.phase) whole[whole.length - 1] = { ...before, to: stretch.to };
    else whole.push(stretch);
  }
  return whole;
}
