/** Chrome's background: a service worker that may be stopped at any moment, and the offscreen document it keeps alive. */
import { createClient, createDispatcher, failure } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { carrierTo, listenAs } from '../platform/messages.ts';
import { ensureOffscreen, isOffscreen } from '../platform/offscreen.ts';
import { tellOpenPagesWhenInstalled } from '../platform/open-server-pages.ts';
import { askNativeHost } from '../platform/native-host.ts';
import { openPanelByIcon } from '../platform/panel-place.ts';
import { onServerPage } from '../platform/server-page.ts';
import { onWakeUp } from '../platform/wake-ups.ts';
import { wakeContract } from '../port/owner-wake.ts';
import { ownerContract } from '../port/worker-contract.ts';
import { followAddressBar } from './address-bar-orders.ts';
import { followBrowserKeys } from './browser-keys.ts';
import { followNoticeClicks } from './notice-clicks.ts';
import { followPageOrders } from './page-orders.ts';
import { createInstalledHost } from './installed-host.ts';
import { createWorkerDesk } from './worker-desk.ts';

/** Listens from the first turn on, because the event that started the worker waits for its listener. */
export function startChromeWorker(): void {
  const desk = createWorkerDesk();
  const refuse = () => console.warn('A message from outside the extension was ignored.');
  const wake = createDispatcher(
    wakeContract,
    {
      'owner.wake': async () => {
        await ensureOffscreen();
        return {};
      },
    },
    {
      onRefused: refuse,
      onFault: (cause) => {
        console.error(cause);
        return new AppError('server-fault', { cause });
      },
    },
  );
  listenAs('worker', (call, page) => (isOffscreen(page) ? desk(call) : wake(call, undefined)), refuse);

  const toOwner = carrierTo('owner');
  const owner = createClient(ownerContract, {
    async call(call) {
      await ensureOffscreen();
      return (await toOwner.call(call)) ?? failure(new AppError('no-answer'));
    },
  });
  onServerPage(createInstalledHost(askNativeHost));
  tellOpenPagesWhenInstalled();
  followNoticeClicks(owner);
  followBrowserKeys(owner);
  followPageOrders(owner);
  followAddressBar(owner);
  onWakeUp(() => void ensureOffscreen());
  void ensureOffscreen();
  void openPanelByIcon();
}
