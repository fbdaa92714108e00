/**
 * What the customer has granted, and nothing else: the one place in the system where a consent is enforced.
 * Pure: the time is handed in, and every change gives a new value.
 */
import { isToolScope } from '../../shared/contract/consent.ts';
import type { Consent, ConsentScope, ControlDevices, StandingAsk, ToolScope } from '../../shared/contract/consent.ts';

export type Consents = readonly Consent[];

export const noConsents: Consents = [];

/** Control includes seeing: a grant of control grants view for as long. A tool stands by itself. */
export function grant(consents: Consents, ask: StandingAsk, now: number): Consents {
  const until = ask.minutes === null ? null : now + ask.minutes * 60_000;
  const recorded = ask.isRecorded === true ? { isRecorded: true as const } : {};
  const granted = (scope: ConsentScope): Consent => ({
    ...{ scope, devices: ask.devices, grantedAt: now, until },
    ...recorded,
  });
  if (isToolScope(ask.scope)) return [...without(consents, ask.scope), granted(ask.scope)];
  const tools = consents.filter(({ scope }) => isToolScope(scope));
  const control = find(consents, 'control', now);
  if (ask.scope === 'view') {
    // Nobody controls what cannot be seen: asked anew, seeing lasts at least as long as control.
    const view = granted('view');
    if (control === undefined) return [view, ...tools];
    return [outlasts(view.until, control.until) ? view : { ...view, until: control.until }, control, ...tools];
  }
  const view = find(consents, 'view', now);
  const longerView = view && outlasts(view.until, until) ? view : granted('view');
  return [longerView, granted('control'), ...tools];
}

/** Taking back view takes back control too: nobody controls what cannot be seen. */
export function withdraw(consents: Consents, scope: ConsentScope): Consents {
  return scope === 'view' ? without(without(consents, 'control'), 'view') : without(consents, scope);
}

/** Splits off what has ended by now. */
export function expire(consents: Consents, now: number): { readonly left: Consents; readonly expired: Consents } {
  const ended = (consent: Consent) => consent.until !== null && consent.until <= now;
  return { left: consents.filter((consent) => !ended(consent)), expired: consents.filter(ended) };
}

export function mayView(consents: Consents, now: number): boolean {
  return find(consents, 'view', now) !== undefined;
}

/** Whether a tool may be used now. */
export function mayUse(consents: Consents, tool: ToolScope, now: number): boolean {
  return find(consents, tool, now) !== undefined;
}

/** What was granted of the command line, if it holds now. */
export function shellConsent(consents: Consents, now: number): { readonly isRecorded: boolean } | undefined {
  const found = find(consents, 'shell', now);
  return found === undefined ? undefined : { isRecorded: found.isRecorded === true };
}

/** The tools that may be used now. */
export function toolsInUse(consents: Consents, now: number): ToolScope[] {
  return consents.flatMap(({ scope, until }) => (isToolScope(scope) && (until === null || until > now) ? [scope] : []));
}

/** Which hands are lent now; `undefined` for none. */
export function lentDevices(consents: Consents, now: number): ControlDevices | undefined {
  return find(consents, 'control', now)?.devices;
}

/** Milliseconds until the next consent ends; `undefined` when none will by itself. */
export function msToNextExpiry(consents: Consents, now: number): number | undefined {
  const ends = consents.flatMap((consent) => (consent.until === null ? [] : [consent.until]));
  return ends.length === 0 ? undefined : Math.max(0, Math.min(...ends) - now);
}

/** Of the hands that are lent, those the rep wants to use: a rep can lower a consent, never raise it. */
export function lower(lent: ControlDevices, wanted: ControlDevices): ControlDevices | undefined {
  if (wanted === 'both') return lent;
  return lent === 'both' || lent === wanted ? wanted : undefined;
}

function find(consents: Consents, scope: ConsentScope, now: number): Consent | undefined {
  return consents.find((consent) => consent.scope === scope && (consent.until === null || consent.until > now));
}

function without(consents: Consents, scope: ConsentScope): Consents {
  return consents.filter((consent) => consent.scope !== scope);
}

function outlasts(one: number | null, other: number | null): boolean {
  return one === null || (other !== null && one >= other);
}
