/** What the host shows and allows at a moment, worked out of consents, pause and windows. Pure. */
import type { Consent, ControlDevices } from '../../shared/contract/consent.ts';
import type { HandState } from '../../shared/contract/screen-link.ts';
import { lentDevices, lower, mayView, toolsInUse, type Consents } from '../consent/consents.ts';
import type { PauseState } from '../consent/hand-pause.ts';
import type { BannerState } from '../windows/host-windows.ts';
import type { Question } from './questions.ts';

export interface HostState {
  readonly consents: Consents;
  readonly pause: PauseState;
  /** What is being asked on the desktop now. While a question is open, nothing is injected. */
  readonly asking: Question | undefined;
}

/** How the host regards a viewer; one without the hands only looks on. */
export function handStateOf(state: HostState, hasHands: boolean, now: number): HandState {
  return hasHands ? handState(state, now) : 'view-only';
}

export function handState(state: HostState, now: number): HandState {
  if (lentDevices(state.consents, now) === undefined) return 'view-only';
  return state.pause.at === 'free' ? 'controlling' : 'paused';
}

/** Of the hands a viewer wants, those it may use at this moment. */
export function usableDevices(state: HostState, wanted: ControlDevices, now: number): ControlDevices | undefined {
  const lent = lentDevices(state.consents, now);
  if (lent === undefined || state.asking !== undefined || state.pause.at !== 'free') return undefined;
  return lower(lent, wanted);
}

export function bannerState(state: HostState, now: number): BannerState {
  if (!mayView(state.consents, now)) return toolsInUse(state.consents, now).length > 0 ? 'tools' : 'connecting';
  const hands = handState(state, now);
  return hands === 'view-only' ? 'seeing' : hands;
}

/** Whole seconds that the strongest consent still holds; `undefined` when it ends with the session or there is none. */
export function secondsLeft(state: HostState, now: number): number | undefined {
  const strongest = strongestOf(state.consents, now);
  return strongest === undefined || strongest.until === null ? undefined : Math.ceil((strongest.until - now) / 1000);
}

function strongestOf(consents: Consents, now: number): Consent | undefined {
  const valid = consents.filter(({ until }) => until === null || until > now);
  return valid.find(({ scope }) => scope === 'control') ?? valid.find(({ scope }) => scope === 'view') ?? valid[0];
}
