/** Carries out what {@link attention} says: orders notifications and badge, and sets the sounds going. */
import { effect, untracked } from '@preact/signals';
import type { Client } from '../../shared/contract/contract.ts';
import type { Notice, WorkerContract } from '../port/worker-contract.ts';
import { attention, targetKey } from './attention.ts';
import type { OwnerState } from './owner-state.ts';
import type { SoundDesk } from './sound/sound-desk.ts';

/** Follows the state until the returned function is called. */
export function keepAttention(
  state: OwnerState,
  worker: Client<WorkerContract>,
  sounds: SoundDesk,
  onFault: (error: unknown) => void,
): () => void {
  let shown = new Map<string, Notice>();
  let badge: number | undefined;

  const order = (orders: Promise<unknown>) => void orders.catch(onFault);

  return effect(() => {
    const now = attention({
      desk: state.desk.value,
      requests: state.requests.value,
      sessions: state.sessions.value,
      logs: state.logs.value,
      inSight: state.inSight.value,
      messageWords: state.settings.value.messageWords,
    });
    untracked(() => {
      for (const [key, notice] of shown) {
        if (!now.notices.has(key)) order(worker.call('notice.withdraw', notice.target));
      }
      for (const [key, notice] of now.notices) {
        if (shown.get(key)?.message === notice.message) continue;
        order(worker.call('notice.show', notice));
        if (notice.target.kind === 'session') sounds.tick();
        else if (!shown.has(targetKey(notice.target))) sounds.offer();
      }
      sounds.ring(now.offerSound === 'ring');
      shown = new Map(now.notices);
      if (badge === now.badge) return;
      badge = now.badge;
      order(worker.call('badge.show', { count: now.badge }));
    });
  });
}
