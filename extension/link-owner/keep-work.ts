/** What was written and has not arrived goes to disk as it changes, so that not even a crash of the browser loses it. */
import { effect } from '@preact/signals';
import type { Client, ParamsInput } from '../../shared/contract/contract.ts';
import type { WorkerContract } from '../port/worker-contract.ts';
import type { OwnerState } from './owner-state.ts';

type Kept = ParamsInput<WorkerContract, 'stored.work'>;

/**
 * For as long as the link owner lives. While nobody is in, what is kept is left alone: it waits for its account, whose sign-in may only
 * have run out. One write at a time: what changes meanwhile is in the next.
 */
export function keepWork(state: OwnerState, worker: Client<WorkerContract>, onFault: (error: unknown) => void): void {
  let next: Kept | undefined;
  let isWriting = false;
  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    while (next !== undefined) {
      const kept = next;
      next = undefined;
      await worker.call('stored.work', kept).catch(onFault);
    }
    isWriting = false;
  };
  effect(() => {
    const { unsent, drafts, left, lostFiles, filesOnWay } = state;
    const account = state.account.value;
    if (account === undefined || account === null || account.token === null) return;
    const onWay = [...filesOnWay.value.values()].flat();
    const known = new Set(onWay.map(({ clientId }) => clientId));
    next = {
      of: { server: account.server, userId: account.userId },
      work: {
        unsent: [...unsent.value],
        drafts: [...drafts.value],
        left: [...left.value],
        // Whoever reads this has none of the pages that hold the bytes, until these say that they are there.
        files: [...lostFiles.value.filter(({ clientId }) => !known.has(clientId)), ...onWay],
      },
    };
    void write();
  });
}
