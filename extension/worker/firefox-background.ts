/** Firefox's background: one page that is never stopped, and is link owner and worker in one. */
import { createClient, createDispatcher } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { startOwnerHere } from '../link-owner/start-owner-here.ts';
import { listenAs } from '../platform/messages.ts';
import { askNativeHost } from '../platform/native-host.ts';
import { openPanelByIcon } from '../platform/panel-place.ts';
import { onServerPage } from '../platform/server-page.ts';
import { wakeContract } from '../port/owner-wake.ts';
import { ownerContract, workerContract } from '../port/worker-contract.ts';
import { followAddressBar } from './address-bar-orders.ts';
import { followBrowserKeys } from './browser-keys.ts';
import { followNoticeClicks } from './notice-clicks.ts';
import { followPageOrders } from './page-orders.ts';
import { createInstalledHost } from './installed-host.ts';
import { createWorkerDesk } from './worker-desk.ts';

/** Listens from the first turn on. */
export function startFirefoxBackground(): void {
  const owner = startOwnerHere(createClient(workerContract, { call: createWorkerDesk() }));
  const client = createClient(ownerContract, { call: (call) => owner.answerWorker(call) });
  onServerPage(createInstalledHost(askNativeHost));
  followNoticeClicks(client);
  followBrowserKeys(client);
  followPageOrders(client);
  followAddressBar(client);
  // Views ask for the owner to be woken; here it is awake as long as the page is.
  const wake = createDispatcher(
    wakeContract,
    { 'owner.wake': () => ({}) },
    { onRefused: () => owner.views.countRefused(), onFault: (cause) => new AppError('server-fault', { cause }) },
  );
  listenAs(
    'worker',
    (call) => wake(call, undefined),
    () => owner.views.countRefused(),
  );
  void openPanelByIcon();
}
