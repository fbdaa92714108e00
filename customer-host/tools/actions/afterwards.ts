/** What is to be done to the computer when the session is over, as the rep has chosen it under the customer's consent. */
import type { LogEntry } from '../../../shared/contract/session-log.ts';
import type { AfterSession } from '../../../shared/contract/tool-use.ts';

export interface Afterwards {
  readonly chosen: AfterSession;
  choose(then: AfterSession): void;
  /** Takes the log as it comes: whoever takes actions back takes this back too, and it matters who ends the session. */
  heed(entry: LogEntry): void;
  /** What is to be done now that the session is over. Nothing where the person at the computer has ended it: they sit there. */
  readonly due: Exclude<AfterSession, 'nothing'> | undefined;
}

export function createAfterwards(): Afterwards {
  let chosen: AfterSession = 'nothing';
  let isDue = false;
  return {
    get chosen() {
      return chosen;
    },
    choose(then) {
      chosen = then;
    },
    heed(entry) {
      if (entry.kind === 'withdrawn' && entry.scope === 'actions') chosen = 'nothing';
      if (entry.kind === 'ended') isDue = entry.by.kind === 'rep' || entry.by.kind === 'system';
    },
    get due() {
      return isDue && chosen !== 'nothing' ? chosen : undefined;
    },
  };
}
