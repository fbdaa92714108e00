/** What may be written into a session's log, and when. Each rule gives the entry's body or throws what to tell. Pure. */
import { AppError } from '../../shared/contract/errors.ts';
import { isToolScope } from '../../shared/contract/consent.ts';
import type { ConsentAsk, ConsentScope, StandingAsk } from '../../shared/contract/consent.ts';
import { isSameLaunch } from '../../shared/contract/launch.ts';
import type { Launch } from '../../shared/contract/launch.ts';
import type { EntryBody, HostReport } from '../../shared/contract/session-log.ts';
import { scopeOfUse } from '../../shared/contract/tool-use.ts';
import { consentsInForce, isGranted, questionsKept } from './project-session.ts';
import type { PacedKind, SessionProjection } from './project-session.ts';

/** Decides on an entry from how the session stands at this very moment. */
export type EntryRule = (state: SessionProjection, now: number) => EntryBody;

/** Something that may be said as long as the session lives. */
export function always(body: EntryBody): EntryRule {
  return () => body;
}

/** After a No the same is not asked again for this long; the panel says so too. */
export const restAfterNoMs = 30_000;
/** So many questions are asked within this time at most, whatever becomes of them: each one takes the customer's desktop. */
const questionsWithinMs = 60_000;

/** The rep asks: one question at a time, of somebody who is there, and not again and again. */
export function asking(wanted: StandingAsk): EntryRule {
  return (state, now) => {
    if (!state.customerIn) throw new AppError('not-allowed', { text: 'Nobody is there yet who could be asked.' });
    mayAskAnother(state, state.refusedAt[wanted.scope], now);
    return { kind: 'asked', ask: wanted };
  };
}

/** The rep wants something opened on the customer's computer. That asks, so the program must run there. */
export function launching(launch: Launch): EntryRule {
  return (state, now) => {
    if (!state.hostPresent) {
      throw new AppError('not-allowed', {
        text: 'This needs the program on their computer. Ask to see the screen first.',
      });
    }
    mayAskAnother(state, state.launchRefusedAt, now);
    return { kind: 'launch-asked', launch };
  };
}

/** One question at a time, not soon again after a No, and not too many: each one takes the customer's desktop. */
function mayAskAnother({ ask, launch, askedAt }: SessionProjection, refusedAt: number | null, now: number): void {
  if (ask !== null || launch !== null) {
    throw new AppError('not-allowed', { text: 'A question is open already. Take it back first.' });
  }
  if (refusedAt !== null && now - refusedAt < restAfterNoMs) {
    const seconds = Math.ceil((refusedAt + restAfterNoMs - now) / 1000);
    throw new AppError('too-many-tries', { text: `They said no. You can ask again in ${seconds} s.` });
  }
  const first = askedAt.length < questionsKept ? undefined : askedAt[0];
  if (first !== undefined && now - first < questionsWithinMs) {
    throw new AppError('too-many-tries', { text: 'Too many questions in a minute. Wait a little, then ask again.' });
  }
}

/** The same not too often within a minute. @throws AppError `too-many-tries` */
export function requirePace({ lately }: Pick<SessionProjection, 'lately'>, kind: PacedKind, now: number): void {
  const moments = lately[kind] ?? [];
  const first = moments.length < questionsKept ? undefined : moments[0];
  if (first !== undefined && now - first < questionsWithinMs) {
    throw new AppError('too-many-tries', {
      text: 'That was done too often in a minute. Wait a little, then try again.',
    });
  }
}

/** Something that may be said as long as the session lives, at that pace. */
export function atPace(body: Extract<EntryBody, { kind: PacedKind }>): EntryRule {
  return (state, now) => {
    requirePace(state, body.kind, now);
    return body;
  };
}

/** The rep takes back what was to be opened. */
export function notLaunching(): EntryRule {
  return ({ launch }) => {
    if (launch === null) throw new AppError('not-found', { text: 'Nothing waits to be opened at the moment.' });
    return { kind: 'launch-unasked' };
  };
}

/** The rep takes the question back. */
export function unasking(): EntryRule {
  return ({ ask }) => {
    if (ask === null) throw new AppError('not-found', { text: 'Nothing is being asked at the moment.' });
    return { kind: 'unasked', scope: ask.scope };
  };
}

/** The customer's answer on the page. Yes only opens the way to the host; once a host is there, it alone can agree. */
export function answering(answer: 'yes' | 'no', minutes: ConsentAsk['minutes']): EntryRule {
  return ({ ask, hostPresent }) => {
    if (ask === null) throw new AppError('not-found', { text: 'The question has been taken back.' });
    if (answer === 'no') return { kind: 'refused', scope: ask.scope, place: 'page' };
    if (hostPresent) throw new AppError('not-allowed', { text: 'Answer in the RemoteHelp window on your screen.' });
    return { kind: 'agreed', ask: { ...ask, minutes } };
  };
}

/** Somebody gives back what was granted: the customer on the page, or the rep in the viewer. */
export function withdrawing(scope: ConsentScope, place: 'page' | 'viewer'): EntryRule {
  return (state, now) => {
    if (!isGranted(state, scope, now)) throw new AppError('not-found', { text: 'This is not granted (any more).' });
    return { kind: 'withdrawn', scope, place };
  };
}

/** Another rep goes on; what is granted at that moment is theirs from then on, and the entry says whether there was anything. */
export function handingOver(body: Omit<Extract<EntryBody, { kind: 'handed-over' }>, 'kind' | 'keeps'>): EntryRule {
  return (state, now) => ({ ...body, kind: 'handed-over', keeps: consentsInForce(state, now).length > 0 });
}

/** What the host reports, if it can have happened: a grant without a question is nonsense, whoever sends it. */
export function reporting(report: HostReport): EntryRule {
  return (state, now) => {
    if (!state.hostPresent || !canHaveHappened(report, state, now)) {
      throw new AppError('invalid', { text: `The session is not where “${report.kind}” could come next.` });
    }
    return report;
  };
}

function canHaveHappened(report: HostReport, state: SessionProjection, now: number): boolean {
  const held = (scope: ConsentScope) => state.consents.some((consent) => consent.scope === scope);
  switch (report.kind) {
    case 'granted':
      return isWithin(report, state.ask) && (report.until === null || report.until > now);
    case 'refused':
      return report.place === 'host' && state.ask !== null;
    case 'withdrawn':
      return report.place === 'host' && held(report.scope);
    case 'expired':
      return held(report.scope);
    case 'screen-shown':
      return held('view');
    case 'screen-hidden':
      return state.shown !== 'hidden';
    case 'paused':
      return held('control') && !state.paused;
    case 'resumed':
      return state.paused;
    case 'host-removed':
      return true;
    case 'launch-settled':
      return state.launch !== null && isSameLaunch(state.launch, report.launch);
    case 'tool-used':
      return held(scopeOfUse[report.use.did]);
    default:
      return report satisfies never;
  }
}

/** A customer may grant less than was asked for, never more. */
function isWithin(grant: Extract<HostReport, { kind: 'granted' }>, ask: ConsentAsk | null): boolean {
  if (ask === null) return false;
  if (isToolScope(grant.scope) || isToolScope(ask.scope)) return grant.scope === ask.scope;
  if (grant.scope === 'control' && ask.scope === 'view') return false;
  return grant.scope === 'view' || ask.devices === 'both' || grant.devices === ask.devices;
}
