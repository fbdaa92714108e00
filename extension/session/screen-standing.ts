/** How far the rep has come with the customer's screen. Pure; what it says is what host and log have reported. */
import type { ConsentAsk, ConsentScope } from '../../shared/contract/consent.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { BandState } from '../../shared/ui/band.tsx';

/** Where the rep stands between nothing and the customer’s mouse. */
export interface ScreenStanding {
  readonly state: BandState;
  /** A question that has no answer yet, and where it stands. */
  readonly ask: ConsentAsk | null;
  readonly askAt: 'page' | 'agreed' | 'desktop';
  readonly canSee: boolean;
  readonly canControl: boolean;
  /** Allowed, but looked at by nobody: the customer reads that the screen is not shown. */
  readonly isIdle: boolean;
  /** When the consent that the band names runs out; `null` when it ends with the session. */
  readonly until: number | null;
}

const shownScreens: readonly SessionHead['screen'][] = ['seeing', 'controlling', 'paused'];

/** Reads the standing from what host and server have reported. */
export function screenStanding(head: SessionHead): ScreenStanding {
  const control = head.consents.find(({ scope }) => scope === 'control');
  const view = head.consents.find(({ scope }) => scope === 'view');
  const askAt = head.screen === 'agreed' ? 'agreed' : head.screen === 'asked' ? 'page' : 'desktop';
  return {
    state: bandState(head, control !== undefined, view !== undefined),
    ask: head.ask,
    askAt: head.facts !== null && head.screen === 'asked' ? 'desktop' : askAt,
    canSee: view !== undefined || control !== undefined,
    canControl: control !== undefined,
    isIdle: (view ?? control) !== undefined && head.ask === null && !shownScreens.includes(head.screen),
    until: (control ?? view)?.until ?? null,
  };
}

/** When the customer last said no to this, if nothing was asked or granted since; a moment of the server's clock. */
export function refusedAt(entries: readonly LogEntry[], scope: ConsentScope): number | undefined {
  const last = entries.findLast(
    (entry) =>
      (entry.kind === 'asked' && entry.ask.scope === scope) ||
      ((entry.kind === 'granted' || entry.kind === 'refused') && entry.scope === scope),
  );
  return last?.kind === 'refused' ? last.at : undefined;
}

function bandState(head: SessionHead, hasControl: boolean, hasView: boolean): BandState {
  if (hasControl) return head.screen === 'paused' ? 'paused' : 'controlling';
  if (hasView) return 'seeing';
  return head.ask === null ? 'chat' : 'asked';
}
