/** Whether the icon is in the toolbar, where it can be seen and pressed, or only in the browser's menu of extensions. */
import browser from 'webextension-polyfill';
import type { BrowserAction } from 'webextension-polyfill';

/** Chrome's `action` and Firefox's `browserAction`. Older browsers cannot tell, and show every icon. */
type ToolbarAction = Pick<BrowserAction.Static, 'openPopup'> & {
  getUserSettings?: () => Promise<{ readonly isOnToolbar?: boolean }>;
  onUserSettingsChanged?: { addListener(run: () => void): void; removeListener(run: () => void): void };
};

/** Tells now, and again whenever the person has pinned or unpinned it. The returned function ends that. */
export function watchToolbarIcon(tell: (isInToolbar: boolean) => void): () => void {
  const action: ToolbarAction = import.meta.env.FIREFOX ? browser.browserAction : chrome.action;
  const watching = new AbortController();
  const look = () => {
    const told = action.getUserSettings?.().then(({ isOnToolbar }) => {
      if (!watching.signal.aborted) tell(isOnToolbar !== false);
    });
    told?.catch((error: unknown) => console.info('The browser does not say where the icon is:', error));
  };
  look();
  action.onUserSettingsChanged?.addListener(look);
  // Before Chrome 130 no event tells; whoever comes back from pinning has left the panel and returns to it.
  window.addEventListener('focus', look, { signal: watching.signal });
  return () => {
    watching.abort();
    action.onUserSettingsChanged?.removeListener(look);
  };
}
