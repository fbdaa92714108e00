import { effect } from '@preact/signals';
import type { Client } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { lastSeq } from '../../shared/contract/grow-log.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { OwnerState } from './owner-state.ts';
import type { SessionBook } from './session-book.ts';

/**
 * Marks what is in sight as read, here at once and on the server, until the returned function is called. A mark that
 * does not arrive is made good by the next one: marks only ever go up.
 */
export function keepReadMarks(state: OwnerState, book: SessionBook, server: Client<RepContract>): () => void {
  return effect(() => {
    if (!state.isOnline.value) return;
    for (const { head } of state.sessions.value) {
      if (head.state !== 'live' || !state.inSight.value.has(head.id)) continue;
      const seq = lastSeq(state.logs.value.get(head.id) ?? []);
      if (seq <= head.read.reps) continue;
      book.markRead(head.id, seq);
      server.call('chat.read', { session: head.id, seq }).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
      });
    }
  });
}
