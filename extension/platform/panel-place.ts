/** Where the panel shows: Chrome's side panel, Firefox's sidebar, or a window when the browser allows neither. */
import browser from 'webextension-polyfill';
import { ownUrl } from './own-pages.ts';

/** A click on the toolbar icon opens the panel. */
export async function openPanelByIcon(): Promise<void> {
  if (import.meta.env.FIREFOX) browser.browserAction.onClicked.addListener(() => void openPanel());
  else await chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
}

/** Opens the panel in the window that was used last. Call it in the turn of a click. */
export async function openPanel(): Promise<void> {
  try {
    if (import.meta.env.FIREFOX) await browser.sidebarAction.open();
    else await openInLastWindow();
  } catch {
    // No click that counts (Firefox gives none for a notification), or no ordinary window: then a window of its own.
    await browser.windows.create({ url: ownUrl('/sidepanel.html'), type: 'popup', width: 420, height: 880 });
  }
}

/* Chrome lets a panel open only in the very turn of the click: asking for a window's id first would be too late. */
async function openInLastWindow(): Promise<void> {
  await chrome.sidePanel.open({ windowId: chrome.windows.WINDOW_ID_CURRENT });
  await chrome.windows.update(chrome.windows.WINDOW_ID_CURRENT, { focused: true });
}
