/** Passes typing signs on, at a bounded rate: they are worth little and could be many. */
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';

/** The same sign of the same side is passed on at most this often. */
const quietMs = 1000;

export interface TypingGate {
  /** Whether this sign is to be passed on: what is new always is, unless it flickers. */
  passes(session: SessionId, side: 'customer' | 'rep', typing: boolean): boolean;
  forget(session: SessionId): void;
}

/** Remembers the last sign of each side; nothing is stored. */
export function createTypingGate(clock: Clock): TypingGate {
  const last = new Map<string, { typing: boolean; at: number; changes: number }>();
  return {
    passes(session, side, typing) {
      const key = `${session}:${side}`;
      const now = clock.now();
      const before = last.get(key);
      const isFresh = before === undefined || now - before.at >= quietMs;
      // Two changes in a second are a person who stopped and went on; more is noise. "Stopped" passes after every "typing".
      if (!isFresh && (before.typing === typing || (typing && before.changes >= 2))) return false;
      last.set(key, isFresh ? { typing, at: now, changes: 1 } : { ...before, typing, changes: before.changes + 1 });
      return true;
    },
    forget(session) {
      last.delete(`${session}:customer`);
      last.delete(`${session}:rep`);
    },
  };
}
