import { effect } from '@preact/signals';
import type { Client } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import { lastSeq } from '../../shared/contract/grow-log.ts';
import type { OwnerState } from './owner-state.ts';

/** Tells the server what has been read, as soon as it is in sight, until the returned function is called. */
export function keepReadMarks(state: OwnerState, server: Client<RepContract>): () => void {
  const told = new Map<SessionId, number>();
  return effect(() => {
    if (!state.isOnline.value) return told.clear();
    for (const { head } of state.sessions.value) {
      if (head.state !== 'live' || !state.inSight.value.has(head.id)) continue;
      const seq = lastSeq(state.logs.value.get(head.id) ?? []);
      if (seq <= Math.max(head.read.reps, told.get(head.id) ?? 0)) continue;
      told.set(head.id, seq);
      server.call('chat.read', { session: head.id, seq }).catch((error: unknown) => {
        // A mark that did not arrive is told again with the next entry, or after the link has come back.
        if (!(error instanceof AppError)) throw error;
      });
    }
    return undefined;
  });
}
