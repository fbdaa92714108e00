/** What the worker does for the link owner: keeps, notifies, counts. It remembers nothing between two calls. */
import { createDispatcher } from '../../shared/contract/contract.ts';
import type { Reply } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { showBadge } from '../platform/badge.ts';
import { isSomethingFullScreen } from '../platform/full-screen.ts';
import { showNotice, withdrawNotice } from '../platform/notices.ts';
import { storedAccount, storedSettings, storedWork } from '../platform/storage.ts';
import { workOf } from '../port/stored-forms.ts';
import { workerContract } from '../port/worker-contract.ts';

/** Answers the link owner's calls. The returned function never rejects. */
export function createWorkerDesk(): (call: unknown) => Promise<Reply> {
  const dispatch = createDispatcher(
    workerContract,
    {
      'stored.read': async () => {
        const account = await storedAccount.read();
        return { account, settings: await storedSettings.read(), work: workOf(account, await storedWork.read()) };
      },
      'stored.account': async (account) => done(storedAccount.write(account)),
      'stored.settings': async (settings) => done(storedSettings.write(settings)),
      'stored.work': async ({ of, work }) => done(storedWork.write({ of, ...work })),
      'notice.show': async (notice) => done(showNotice(notice)),
      'notice.withdraw': async (target) => done(withdrawNotice(target)),
      'screen.look': async () => ({ isFull: await isSomethingFullScreen() }),
      'badge.show': async (badge) => done(showBadge(badge)),
    },
    {
      onRefused: (what) => console.warn(`Refused from the link owner: ${what}`),
      onFault: (cause) => {
        console.error(cause);
        return new AppError('server-fault', { cause });
      },
    },
  );
  return (call) => dispatch(call, undefined);
}

async function done(work: Promise<void>): Promise<Record<never, never>> {
  await work;
  return {};
}
