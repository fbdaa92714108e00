import { connectingNotice, stillConnectingNotice } from '../texts/en.ts';
import type { HostWindows, Notice } from '../windows/host-windows.ts';
import type { ServerLink, Welcome } from './server-link.ts';

/** After so long without an answer the customer is told where it is tried, in milliseconds. */
const PATIENCE_MS = 15_000;

/** Says whom it connects to until the server answers. Resolves with nothing when the customer cancels meanwhile. */
export async function awaitWelcome(
  windows: HostWindows,
  link: Pick<ServerLink, 'welcome'>,
  server: { readonly name: string; readonly origin: string },
): Promise<Welcome | undefined> {
  let notice: Notice | undefined;
  let cancel: () => void = () => {};
  const cancelled = new Promise<undefined>((resolve) => {
    cancel = () => resolve(undefined);
  });
  const show = (next: Notice) => {
    notice?.close();
    notice = next;
    void next.answered.then((answer) => answer === 'cancel' && cancel());
  };
  show(windows.notice(connectingNotice(server.name)));
  const timer = setTimeout(() => show(windows.notice(stillConnectingNotice(server.origin))), PATIENCE_MS);
  try {
    return await Promise.race([link.welcome, cancelled]);
  } finally {
    clearTimeout(timer);
    notice?.close();
  }
}
