/** How a session stands, read from its log: the one place that knows what each entry changes. Pure. */
import * as v from 'valibot';
import { CallStanding } from '../../shared/contract/call.ts';
import { Consent, ConsentAsk, ToolScope, isToolScope } from '../../shared/contract/consent.ts';
import { Launch } from '../../shared/contract/launch.ts';
import type { ConsentScope } from '../../shared/contract/consent.ts';
import type { ScreenState, SessionState } from '../../shared/contract/session.ts';
import { Author, ComputerFacts, EndReason, EntrySeq } from '../../shared/contract/session-log.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { Moment } from '../../shared/contract/text.ts';
import { WhiteboardStanding, whiteboardAfter } from '../../shared/contract/whiteboard-standing.ts';

/** What is not done again and again, beside questions and calls: each takes somebody's attention. */
export const PacedKind = v.picklist(['whiteboard-asked', 'page-suggested', 'hands-asked', 'invited', 'transfer-asked']);
export type PacedKind = v.InferOutput<typeof PacedKind>;

export const SessionProjection = v.object({
  lastSeq: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /**
   * Of what is for all: what a customer waits for, so that nothing seems to be missing. Missing where it was not told apart yet. That something was
   * written for reps only, and when, can be read from the next entry's `seq` all the same; what it was and by whom, from nothing.
   */
  lastForAll: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  customerIn: v.boolean(),
  ended: v.nullable(v.object({ at: Moment, by: Author.entries.kind, reason: EndReason })),
  ask: v.nullable(ConsentAsk),
  /** The customer said Yes on the page, which grants nothing yet. */
  agreed: v.boolean(),
  /** When each scope was refused last. */
  refusedAt: v.object({
    view: v.nullable(Moment),
    control: v.nullable(Moment),
    ...v.entriesFromList(ToolScope.options, v.optional(v.nullable(Moment), null)),
  }),
  /** When the latest questions were asked, at most ten of them. */
  askedAt: v.array(Moment),
  /** What is to be opened on the customer's computer, while that asks; and when this was refused last. */
  launch: v.fallback(v.nullable(Launch), null),
  launchRefusedAt: v.fallback(v.nullable(Moment), null),
  /** The page that was suggested last, by its place in the log, until it has an answer. */
  openPage: v.optional(v.nullable(EntrySeq), null),
  /** A call that is asked for or runs. */
  call: v.optional(v.nullable(CallStanding), null),
  /** When the latest calls were asked for, at most five of them. */
  callsAskedAt: v.optional(v.array(Moment), []),
  /** When each of these was done last, at most ten times of each. */
  lately: v.fallback(v.record(PacedKind, v.array(Moment)), {}),
  hostPresent: v.boolean(),
  /** A viewer shows the picture; `unknown` until the host has said so or otherwise. */
  shown: v.picklist(['unknown', 'shown', 'hidden']),
  paused: v.boolean(),
  /** As granted; those whose time is over stay until the log says so. */
  consents: v.array(Consent),
  facts: v.nullable(ComputerFacts),
  whiteboard: v.fallback(WhiteboardStanding, 'none'),
});
export type SessionProjection = v.InferOutput<typeof SessionProjection>;

/** A session of which nothing has been written yet. */
export const emptyProjection: SessionProjection = {
  lastSeq: 0,
  lastForAll: 0,
  customerIn: false,
  ended: null,
  ask: null,
  agreed: false,
  refusedAt: { view: null, control: null, files: null, shell: null, 'system-information': null, actions: null },
  askedAt: [],
  launch: null,
  launchRefusedAt: null,
  openPage: null,
  call: null,
  callsAskedAt: [],
  lately: {},
  hostPresent: false,
  shown: 'unknown',
  paused: false,
  consents: [],
  facts: null,
  whiteboard: 'none',
};

/** As many as the limit on asking counts. */
export const questionsKept = 10;
/** The same of calls. */
export const callsKept = 5;

/** The session after one more entry. */
export function project(before: SessionProjection, entry: LogEntry): SessionProjection {
  const lastForAll = entry.audience === 'all' ? entry.seq : lastSeqForAll(before);
  return { ...before, ...changeBy(before, entry), ...paceAfter(before, entry), lastSeq: entry.seq, lastForAll };
}

/** The number of the last entry that everybody may read. */
export function lastSeqForAll({ lastForAll, lastSeq }: SessionProjection): number {
  return lastForAll ?? lastSeq;
}

function paceAfter({ lately }: SessionProjection, { kind, at }: LogEntry): Partial<SessionProjection> {
  if (!v.is(PacedKind, kind)) return {};
  return { lately: { ...lately, [kind]: [...(lately[kind] ?? []), at].slice(-questionsKept) } };
}

/** The session after more entries, in their order. */
export function projectAll(before: SessionProjection, entries: readonly LogEntry[]): SessionProjection {
  return entries.reduce(project, before);
}

function changeBy(before: SessionProjection, entry: LogEntry): Partial<SessionProjection> {
  switch (entry.kind) {
    case 'requested':
    case 'rep-lost':
    case 'invited':
    case 'transfer-asked':
    case 'not-taken':
    case 'rep-left':
    case 'handed-over':
    case 'hands-asked':
    case 'hands-given':
    case 'back-in-line':
    case 'chat':
    case 'file':
    case 'fetched':
    case 'host-failed':
    case 'host-removed':
      return {};
    case 'page-suggested':
      return { openPage: entry.seq };
    case 'page-opened':
    case 'page-declined':
      return { openPage: null };
    case 'joined':
      return entry.role === 'customer' ? { customerIn: true } : {};
    case 'asked':
      return { ask: entry.ask, agreed: false, askedAt: [...before.askedAt, entry.at].slice(-questionsKept) };
    case 'agreed':
      return { ask: entry.ask, agreed: true };
    case 'unasked':
      return { ask: null, agreed: false };
    case 'call-asked':
      return {
        call: { ...callAskedBy(entry.by), media: entry.media, askedAt: entry.at, since: null },
        callsAskedAt: [...before.callsAskedAt, entry.at].slice(-callsKept),
      };
    case 'call-accepted':
      return { call: before.call && { ...before.call, ...repOfCall(before.call, entry.by), since: entry.at } };
    case 'call-declined':
    case 'call-ended':
      return { call: null };
    case 'refused':
      return { ask: null, agreed: false, refusedAt: { ...before.refusedAt, [entry.scope]: entry.at } };
    case 'host-joined':
      return { hostPresent: true, facts: entry.facts, shown: 'unknown', paused: false, launch: null };
    case 'host-left':
      // A host that was lost comes back with its consents; one that has gone for good takes them along.
      return {
        hostPresent: false,
        shown: 'unknown',
        paused: false,
        ...(entry.reason === 'lost' ? {} : { ...nothingGranted, launch: null }),
      };
    case 'launch-asked':
      return { launch: entry.launch, askedAt: [...before.askedAt, entry.at].slice(-questionsKept) };
    case 'launch-unasked':
      return { launch: null };
    case 'tool-used':
      return {};
    case 'launch-settled':
      return { launch: null, ...(entry.outcome === 'refused' ? { launchRefusedAt: entry.at } : {}) };
    case 'granted':
      return {
        ask: null,
        agreed: false,
        // Being seen for longer gives no control back that the customer has paused.
        ...(entry.scope === 'control' ? { paused: false } : {}),
        ...(isToolScope(entry.scope) ? {} : shownAgain(before)),
        consents: withGrant(before, entry),
      };
    case 'withdrawn':
    case 'expired':
      return afterLoss(before, entry.scope);
    case 'screen-shown':
      return { shown: 'shown' };
    case 'screen-hidden':
      return { shown: 'hidden' };
    case 'paused':
      return { paused: true };
    case 'resumed':
      return { paused: false };
    case 'whiteboard-asked':
    case 'whiteboard-accepted':
    case 'whiteboard-declined':
    case 'whiteboard-closed':
      return { whiteboard: whiteboardAfter(before.whiteboard, entry) };
    case 'ended':
      return {
        ended: { at: entry.at, by: entry.by.kind, reason: entry.reason },
        call: null,
        hostPresent: false,
        shown: 'unknown',
        paused: false,
        launch: null,
        whiteboard: 'none',
        ...nothingGranted,
      };
    default:
      return entry satisfies never;
  }
}

const nothingGranted = { ask: null, agreed: false, consents: [] };

function callAskedBy(by: Author): Pick<CallStanding, 'askedBy' | 'rep' | 'repName'> {
  return by.kind === 'rep'
    ? { askedBy: 'rep', rep: by.account ?? null, repName: by.name }
    : { askedBy: 'customer', rep: null, repName: null };
}

/** Of a rep who asked, or else of the one who answers. */
function repOfCall({ rep, repName }: CallStanding, by: Author): Pick<CallStanding, 'rep' | 'repName'> {
  return rep === null ? { rep: by.account ?? null, repName: by.name } : { rep, repName };
}

function shownAgain({ shown }: SessionProjection): Partial<SessionProjection> {
  return shown === 'hidden' ? { shown: 'unknown' } : {};
}

/** Control includes seeing, for as long; a view that was granted for longer stays. */
function withGrant(before: SessionProjection, grant: Extract<LogEntry, { kind: 'granted' }>): Consent[] {
  const { scope, devices, until, at } = grant;
  const granted = (of: ConsentScope): Consent => ({ scope: of, devices, grantedAt: at, until });
  if (scope === 'view' || isToolScope(scope))
    return [granted(scope), ...before.consents.filter((consent) => consent.scope !== scope)];
  const view = before.consents.find((consent) => consent.scope === 'view');
  const tools = before.consents.filter((consent) => isToolScope(consent.scope));
  return [view !== undefined && outlasts(view.until, until) ? view : granted('view'), granted('control'), ...tools];
}

/** Whoever takes back seeing takes back control too: nobody controls what cannot be seen. */
function afterLoss(before: SessionProjection, scope: ConsentScope): Partial<SessionProjection> {
  if (isToolScope(scope)) return { consents: before.consents.filter((consent) => consent.scope !== scope) };
  const isLost = (of: ConsentScope) => of === 'control' || (scope === 'view' && of === 'view');
  return { consents: before.consents.filter((consent) => !isLost(consent.scope)), paused: false };
}

function outlasts(one: number | null, other: number | null): boolean {
  return one === null || (other !== null && one >= other);
}

/** Consents whose time is not over yet. */
export function consentsInForce({ consents }: SessionProjection, now: number): Consent[] {
  return consents.filter((consent) => consent.until === null || consent.until > now);
}

/** Whether something is granted now. */
export function isGranted(projection: SessionProjection, scope: ConsentScope, now: number): boolean {
  return consentsInForce(projection, now).some((consent) => consent.scope === scope);
}

/** `waiting-code` until the customer has come, `ended` for good. */
export function sessionState({ ended, customerIn }: SessionProjection): SessionState {
  if (ended !== null) return 'ended';
  return customerIn ? 'live' : 'waiting-code';
}

/** The screen as the host reported it last. Until the host says that nobody looks, a granted screen counts as seen. */
export function screenState(projection: SessionProjection, now: number): ScreenState {
  const { hostPresent, shown, paused, ask, agreed } = projection;
  if (hostPresent) {
    if (shown === 'hidden' || !isGranted(projection, 'view', now)) return 'host-joined';
    if (!isGranted(projection, 'control', now)) return 'seeing';
    return paused ? 'paused' : 'controlling';
  }
  if (ask === null) return 'none';
  return agreed ? 'agreed' : 'asked';
}
