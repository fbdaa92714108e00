/** What both sides read when a session is over, from its log alone. Pure. */
import type * as v from 'valibot';
import type { ConsentScope, ToolScope } from '../../shared/contract/consent.ts';
import { scopeOfUse } from '../../shared/contract/tool-use.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { LogEntry, SessionSummary, SummaryGrant } from '../../shared/contract/session-log.ts';
import { consentsInForce, emptyProjection, project } from './project-session.ts';
import type { SessionProjection } from './project-session.ts';

/** What the log does not say. */
export interface SessionSubject {
  readonly session: SessionId;
  readonly customer: string;
  readonly channel: string;
  readonly reason: string;
  readonly startedAt: number;
}

type Grant = v.InferOutput<typeof SummaryGrant>;

/** Adds up one session; `undefined` while it has not ended. */
export function summarise(subject: SessionSubject, entries: readonly LogEntry[]): SessionSummary | undefined {
  const end = entries.find((entry) => entry.kind === 'ended');
  if (end === undefined) return undefined;
  const use = addUp(entries);
  const files = (giver: 'customer' | 'rep') =>
    entries.filter(({ kind, audience, by }) => kind === 'file' && audience === 'all' && by.kind === giver).length;
  return {
    ...subject,
    reps: repsOf(entries),
    endedAt: end.at,
    durationMs: Math.max(0, end.at - subject.startedAt),
    endedBy: end.by.kind,
    endReason: end.reason,
    ...use,
    messages: entries.filter((entry) => entry.kind === 'chat' && entry.audience === 'all').length,
    files: { fromCustomer: files('customer'), fromReps: files('rep') },
    launches: entries.filter((entry) => entry.kind === 'launch-settled' && entry.outcome === 'done').length,
    tools: toolsUsed(entries),
    isRecorded: entries.some(
      (entry) => entry.kind === 'tool-used' && entry.use.did === 'shell-opened' && entry.use.isRecorded === true,
    ),
    facts: entries.findLast((entry) => entry.kind === 'host-joined')?.facts ?? null,
    removal: entries.findLast((entry) => entry.kind === 'host-removed')?.removal ?? null,
  };
}

function toolsUsed(entries: readonly LogEntry[]): ToolScope[] {
  return [...new Set(entries.flatMap((entry) => (entry.kind === 'tool-used' ? [scopeOfUse[entry.use.did]] : [])))];
}

/** Every rep who was in it, in the order in which they came. */
export function repsOf(entries: readonly LogEntry[]): string[] {
  const came = entries.filter(
    (entry) => (entry.kind === 'joined' && entry.role !== 'customer') || entry.kind === 'handed-over',
  );
  return [...new Set(came.map(({ by }) => by.name))];
}

/**
 * Walks through the log once. Between two entries nothing changed, except that a consent may have run out: each stretch
 * counts as seen while a viewer showed the screen, and as controlled while control was lent and not paused.
 */
function addUp(entries: readonly LogEntry[]): { grants: Grant[]; seenMs: number; controlledMs: number } {
  const grants: Grant[] = [];
  const inForce: Partial<Record<ConsentScope, Grant>> = {};
  let [seenMs, controlledMs] = [0, 0];
  let state = emptyProjection;
  let since = entries[0]?.at ?? 0;
  for (const entry of entries) {
    const stretch = use(state, since, entry.at);
    seenMs += stretch.seenMs;
    controlledMs += stretch.controlledMs;
    if (inForce.view !== undefined) inForce.view.usedMs += stretch.seenMs;
    if (inForce.control !== undefined) inForce.control.usedMs += stretch.controlledMs;
    if (entry.kind === 'granted') {
      const { scope, devices, at, until } = entry;
      const grant: Grant = { scope, devices, at, until, usedMs: 0 };
      grants.push(grant);
      inForce[scope] = grant;
    }
    state = project(state, entry);
    since = entry.at;
  }
  return { grants, seenMs, controlledMs };
}

function use(state: SessionProjection, from: number, to: number): { seenMs: number; controlledMs: number } {
  if (state.shown !== 'shown') return { seenMs: 0, controlledMs: 0 };
  const lasting = (scope: 'view' | 'control') => {
    const consent = consentsInForce(state, from).find((one) => one.scope === scope);
    return consent === undefined ? 0 : Math.max(0, Math.min(to, consent.until ?? to) - from);
  };
  return { seenMs: lasting('view'), controlledMs: state.paused ? 0 : lasting('control') };
}
