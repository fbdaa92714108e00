/** Carries out what {@link attention} says: orders notifications and badge, and sets the sounds going. */
import { effect, signal, untracked } from '@preact/signals';
import type { Client } from '../../shared/contract/contract.ts';
import type { Badge, Notice, WorkerContract } from '../port/worker-contract.ts';
import { attention } from './attention.ts';
import type { OwnerState } from './owner-state.ts';
import { waitingRows } from './request-rows.ts';
import type { SoundDesk } from './sound/sound-desk.ts';
import { badgeChangesInMs, waitingBadge } from './waiting-badge.ts';

/** A request is shown and heard at most this often, however often it changes or comes back. */
const QUIET_MS = 5000;

/** What keeping attention needs of the world around it. */
export interface AttentionNeeds {
  readonly worker: Client<WorkerContract>;
  readonly sounds: SoundDesk;
  readonly now: () => number;
  readonly after: (delayMs: number, run: () => void) => () => void;
  readonly onFault: (error: unknown) => void;
}

/** Follows the state until the returned function is called. */
export function keepAttention(state: OwnerState, needs: AttentionNeeds): () => void {
  const { worker, sounds, now: clock, after, onFault } = needs;
  /** Requests that were shown a moment ago. */
  const shownJustNow = new Set<string>();
  const quietIsOver = signal(0);
  let shown = new Map<string, Notice>();
  let badge: Badge | undefined;
  let callOffLook = () => {};

  const order = (orders: Promise<unknown>) => void orders.catch(onFault);

  /** Whether a request has to wait with what it has to show. It is looked at again when the time is over. */
  const isTooSoon = (key: string) => {
    if (shownJustNow.has(key)) return true;
    shownJustNow.add(key);
    after(QUIET_MS, () => {
      shownJustNow.delete(key);
      quietIsOver.value += 1;
    });
    return false;
  };

  const stop = effect(() => {
    void quietIsOver.value;
    const now = attention({
      desk: state.desk.value,
      requests: state.requests.value,
      invitations: state.invitations.value,
      reservations: state.reservations.value,
      sessions: state.sessions.value,
      logs: state.logs.value,
      inSight: state.inSight.value,
      messageWords: state.settings.value.messageWords,
    });
    untracked(() => {
      for (const [key, notice] of shown) {
        if (!now.notices.has(key)) order(worker.call('notice.withdraw', notice.target));
      }
      const next = new Map<string, Notice>();
      for (const [key, notice] of now.notices) {
        const before = shown.get(key);
        const isNews = before?.message !== notice.message || before.seq !== notice.seq;
        if (isNews && notice.target.kind === 'request' && isTooSoon(key)) {
          if (before !== undefined) next.set(key, before);
          continue;
        }
        next.set(key, notice);
        if (!isNews) continue;
        order(worker.call('notice.show', notice));
        if (notice.target.kind !== 'request') sounds.tick();
        else if (before === undefined) sounds.offer();
      }
      sounds.ring(now.rings);
      shown = next;
      showBadge(now.badge);
    });
  });

  return () => {
    stop();
    callOffLook();
  };

  /** Who waits gets older without anything happening: then it is looked at again. */
  function showBadge(count: number) {
    callOffLook();
    const desk = state.desk.value;
    const isThere = desk?.presence === 'online' || desk?.presence === 'busy';
    const waiting = isThere ? waitingRows(state.requests.value) : [];
    const serverNow = clock() + (desk?.clockOffsetMs ?? 0);
    const next = waitingBadge(count, waiting, serverNow);
    const changesInMs = badgeChangesInMs(waiting, serverNow);
    if (changesInMs !== undefined) callOffLook = after(changesInMs, () => showBadge(count));
    if (badge?.count === next.count && badge.age === next.age && badge.title === next.title) return;
    badge = next;
    order(worker.call('badge.show', next));
  }
}
